import { atMost } from '../measures/binomial.ts';

/**
 * Named patterns: ways of being unconnected that an average hides, each with a first step.
 *
 * A pattern holds, does not hold, or cannot be known (null). Rules are deliberately narrow: at a binomial level of
 * 0.05 `posts_unanswered` fires for typical learners in 1.3 % of weeks, at 0.10 in 3.6 %; a wider `staff_only` finds
 * twice as many but costs the alerts their precision.
 */
export interface Pattern {
  readonly title: string;
  readonly firstStep: string;
  /** `at_once`, or only after holding at the end of two consecutive weeks. */
  readonly fires: 'at_once' | 'after_two_weeks';
  /** Whether it makes the learner a candidate for an alert. The others are shown on the learner's page only. */
  readonly alerts: boolean;
  holds(signals: PatternSignals): boolean | null;
}

/** What the patterns read, for one learner at T. Null: cannot be known. */
export interface PatternSignals {
  /** S08's k and q, unshrunk. */
  readonly answered: number | null;
  readonly answerable: number | null;
  /** The usual share of answered posts among comparable classmates: the reference's `answered.mu`. */
  readonly mu: number;
  /** S20: decayed direct contact with classmates, in replies, and the share of it with one of them. */
  readonly directContact: number | null;
  readonly topPartnerShare: number | null;
  /** Decayed replies from staff. */
  readonly staffReplies: number | null;
  /** S02. */
  readonly inboundPeers: number | null;
  /** Forum-presence days in the week before and in this one; active days where views are not logged. */
  readonly presenceDays: readonly [before: number, now: number] | null;
  /** Own posts and reactions in 28 days. */
  readonly contributions28d: number | null;
  /** S33: own share of the group's work over an equal share. Null: no group, or the group is not active. */
  readonly groupShare: number | null;
  /** S28. */
  readonly recencyDays: number | null;
  /** Whether there has been an active day at all. Null: no activity source. */
  readonly everActive: boolean | null;
  /** Whole days since enrolment. */
  readonly enrolledDays: number;
  /** S36: identified and consented. */
  readonly pulse: number | null;
}

export const patterns = {
  posts_unanswered: {
    title: 'Writes, and classmates do not answer',
    firstStep: 'Answer one post, and invite a classmate to answer another.',
    fires: 'after_two_weeks',
    alerts: true,
    holds({ answered, answerable, mu }) {
      if (answered === null || answerable === null || answerable < 3) return null;
      return atMost(answered, answerable, mu) < 0.05 && answered / answerable < mu / 2;
    },
  },
  one_partner: {
    title: 'In touch with one person only',
    firstStep: 'Mix the next breakout room or pair.',
    fires: 'after_two_weeks',
    alerts: true,
    holds({ directContact, topPartnerShare }) {
      if (directContact === null || topPartnerShare === null) return null;
      return directContact >= 1.5 && topPartnerShare >= 0.7;
    },
  },
  staff_only: {
    title: 'Answered by staff, not by classmates',
    firstStep: 'Pass the next question on to the class.',
    fires: 'after_two_weeks',
    alerts: true,
    holds({ staffReplies, inboundPeers }) {
      if (staffReplies === null || inboundPeers === null) return null;
      return staffReplies >= 0.4 && inboundPeers === 0;
    },
  },
  silent_observer: {
    title: 'Reads along, without writing',
    firstStep: 'No alarm: a private, low-stakes invitation.',
    fires: 'after_two_weeks',
    alerts: false,
    holds({ presenceDays, contributions28d }) {
      if (presenceDays === null || contributions28d === null) return null;
      return presenceDays.every((days) => days >= 2) && contributions28d === 0;
    },
  },
  outside_own_group: {
    title: 'In a group that works without them',
    firstStep: 'Ask the group first, not the learner.',
    fires: 'after_two_weeks',
    alerts: false,
    holds: ({ groupShare }) => (groupShare === null ? null : groupShare < 0.25),
  },
  gone_quiet: {
    title: 'Was here, and is not any more',
    firstStep: 'A personal message.',
    fires: 'at_once',
    alerts: true,
    holds({ recencyDays, everActive }) {
      if (recencyDays === null || everActive === null) return null;
      return everActive && recencyDays >= 10;
    },
  },
  never_started: {
    title: 'Enrolled, and not here yet',
    firstStep: 'Check that they have access.',
    fires: 'at_once',
    alerts: true,
    holds: ({ everActive, enrolledDays }) => (everActive === null ? null : !everActive && enrolledDays >= 7),
  },
  told_us: {
    title: 'Told us that they do not feel part of this course',
    firstStep: 'They spoke: answer within two working days.',
    fires: 'at_once',
    alerts: true,
    holds: ({ pulse }) => (pulse === null ? null : pulse <= 2),
  },
} as const satisfies Readonly<Record<string, Pattern>>;

export type PatternId = keyof typeof patterns;

/** Whether each pattern holds at the end of one week, whatever was before. Stored, so that next week can look back. */
export type PatternsNow = Readonly<Record<PatternId, boolean | null>>;

const ids = Object.keys(patterns) as PatternId[];

export function patternsNow(signals: PatternSignals): PatternsNow {
  return Object.fromEntries(ids.map((id) => [id, patterns[id].holds(signals)])) as Record<PatternId, boolean | null>;
}

/** The patterns that fire, given the week before; null if that week has no snapshot. In the order of the list above. */
export function firing(now: PatternsNow, before: PatternsNow | null): readonly PatternId[] {
  return ids.filter((id) => now[id] === true && (patterns[id].fires === 'at_once' || before?.[id] === true));
}
