import type { Calendar, CourseWeek } from '../calendar.ts';
import { dayOf } from '../calendar.ts';
import type { CourseFacts } from '../facts/course-facts.ts';
import { covers, type Member } from '../facts/members.ts';
import { daysWithin } from '../facts/active-days.ts';
import type { CourseWeekSignals, LearnerSignals, Presence } from '../../score/types.ts';
import { anyFeeds, feeds } from '../../score/visibility.ts';
import { answeredAt, type Answered } from './answered.ts';
import { attendanceOf } from './attendance.ts';
import { contactsAt, effectivePeers, inboundPeers, voice, type Contacts } from './contact.ts';
import { threadCopresence } from './copresence.ts';
import { activeLast14, completeWeeks, lastDayOf, recencyDays, weeklyActiveDays } from './presence.ts';
import { unloggedWeeks } from './unlogged.ts';
import { isUnseen, visibilityOf } from './visibility.ts';

/** A forum must be open for two weeks before silence in it means anything (§9.6.10). */
export const forumAgeMs = 336 * 3_600_000;
/** A pulse answer speaks for 35 days. */
export const pulseMs = 840 * 3_600_000;

/** Everything the scorer needs about one course at the end of one week, from facts before T only. */
export function courseSignals(facts: CourseFacts, calendar: Calendar, week: CourseWeek): SnapshotSignals {
  const asOf = week.end;
  const weeks = calendar.weeks.filter(({ end }) => end <= asOf);
  const members = new Map(facts.members.map((member) => [member.personId, member]));
  const optedOut = optedOutAt(facts, asOf);
  const peers = peersAt(facts, asOf, optedOut);
  const contacts = contactsAt(facts, threadCopresence(facts.posts, members, asOf), asOf);
  const snapshot: Snapshot = {
    facts,
    calendar,
    week,
    peers,
    contacts,
    optedOut,
    answered: answeredAt(facts.posts, members, asOf),
    weeks,
    unlogged: unloggedWeeks(facts.actions, weeks),
    groupsOf: Map.groupBy(
      facts.groups.filter(({ from }) => from < asOf),
      ({ personId }) => personId,
    ),
    pulseOf: pulsesAt(facts, asOf),
    parentsKnown: facts.posts.some((post) => post.parentsKnown),
    viewsLogged: [...facts.forumDays.values()].some((days) => days.length > 0),
  };
  return {
    staffKnown: facts.members.some((member) => member.staff !== null),
    rosterKnown: facts.members.some((member) => member.learner !== null && !member.provisional),
    learners: facts.members.filter((member) => member.learner !== null).map((member) => signalsOf(member, snapshot)),
    contacts,
    peers,
  };
}

export interface SnapshotSignals extends CourseWeekSignals {
  readonly contacts: Contacts;
  /** E without opted-out learners. */
  readonly peers: ReadonlySet<number>;
}

interface Snapshot {
  readonly facts: CourseFacts;
  readonly calendar: Calendar;
  readonly week: CourseWeek;
  readonly peers: ReadonlySet<number>;
  readonly contacts: Contacts;
  readonly optedOut: ReadonlySet<number>;
  readonly answered: ReadonlyMap<number, Answered>;
  /** Those that have ended at T, this one included. */
  readonly weeks: readonly CourseWeek[];
  /** Memberships that had begun at T, by person. */
  readonly groupsOf: ReadonlyMap<number, CourseFacts['groups']>;
  /** The latest answer that still speaks, by person. */
  readonly pulseOf: ReadonlyMap<number, number | null>;
  /** Weeks whose log was not written. */
  readonly unlogged: readonly CourseWeek[];
  readonly parentsKnown: boolean;
  readonly viewsLogged: boolean;
}

function signalsOf(member: Member, snapshot: Snapshot): LearnerSignals {
  const { facts, calendar, week, weeks, peers, contacts, unlogged } = snapshot;
  const courseStart = dayOf(calendar.weeks[0]!.monday);
  const { personId } = member;
  const asOf = week.end;
  const days = facts.activeDays.get(personId);
  const spans = snapshot.groupsOf.get(personId) ?? [];
  const groups = new Set(spans.map(({ group }) => group));
  const inAnyGroup = spans.some((span) => span.to >= asOf);
  const attendance = attendanceOf(member, groups, facts.sessions, asOf, calendar.zone);
  const optedOut = snapshot.optedOut.has(personId);
  const eligible = isEligible(member, asOf);
  const visibility = visibilityOf(
    {
      personId,
      optedOut,
      enrolled: (member.learner?.from ?? Infinity) < asOf,
      sessionsReachable: attendance.reachable.length > 0,
      inAnyGroup,
    },
    facts,
    asOf,
  );
  const forumOpen = forumIsOpen(facts, asOf) && feeds(visibility.forum);
  const active = feeds(visibility.activity);
  const answered = snapshot.answered.get(personId) ?? { q: 0, k: 0 };
  const presenceWithout = (out: readonly CourseWeek[]): Presence => ({
    recencyDays: active ? recencyDays(member, days, week, courseStart, calendar.zone, out) : null,
    weeklyActiveDays: active
      ? weeklyActiveDays(
          member,
          days,
          weeks.filter((one) => !out.includes(one)),
        )
      : null,
  });
  return {
    learnerId: String(personId),
    eligible,
    unseen: isUnseen(personId, facts, asOf),
    optedOut,
    opportunityGroup: `${attendance.reachable.join(',')}|${inAnyGroup ? 'group' : 'no group'}`,
    activeLast14: activeLast14(days, week),
    effectivePeers: anyFeeds(visibility, ['forum', 'live', 'group']) ? effectivePeers(personId, peers, contacts) : null,
    inboundPeers: forumOpen ? inboundPeers(personId, peers, contacts) : null,
    answered: snapshot.parentsKnown && feeds(visibility.forum) ? answered.k : null,
    answerable: snapshot.parentsKnown && feeds(visibility.forum) ? answered.q : null,
    voice: forumOpen ? voice(personId, peers, contacts) : null,
    liveRate: feeds(visibility.live) ? attendance.rate : null,
    ...presenceWithout(unlogged),
    ...(unlogged.length > 0 && { unloggedCounted: presenceWithout([]) }),
    pulse: snapshot.pulseOf.get(personId) ?? null,
    forumPresenceDays:
      active && snapshot.viewsLogged
        ? daysWithin(facts.forumDays.get(personId), lastDayOf(week) - 27, lastDayOf(week))
        : null,
    weeksObserved: observedWeeks(member, weeks, facts),
    visibility,
  };
}

/** E at T without those who opted out. */
export function peersAt(facts: CourseFacts, asOf: number, optedOut = optedOutAt(facts, asOf)): ReadonlySet<number> {
  return new Set(
    facts.members
      .filter((member) => isEligible(member, asOf))
      .filter(({ personId }) => !optedOut.has(personId) && !isUnseen(personId, facts, asOf))
      .map(({ personId }) => personId),
  );
}

/** Enrolled as a learner at T, not withdrawn, and not staff. */
export function isEligible(member: Member, asOf: number): boolean {
  // T itself is outside the week: who leaves exactly at T was there in it, who joins at T was not.
  return (
    member.learner !== null &&
    member.learner.from < asOf &&
    member.learner.to >= asOf &&
    !covers(member.staff, asOf - 1)
  );
}

/** Complete weeks since enrolment in which at least one source could have shown the learner. */
function observedWeeks(member: Member, weeks: readonly CourseWeek[], facts: CourseFacts): number {
  return completeWeeks(member, weeks).filter((week) => !isUnseen(member.personId, facts, week.end)).length;
}

function optedOutAt(facts: CourseFacts, asOf: number): ReadonlySet<number> {
  const out = new Set<number>();
  for (const choice of facts.optOuts) {
    if (choice.at >= asOf) break;
    if (choice.granted) out.delete(choice.personId);
    else out.add(choice.personId);
  }
  return out;
}

function forumIsOpen(facts: CourseFacts, asOf: number): boolean {
  const { since } = facts.connections.forum;
  return since !== null && asOf - since >= forumAgeMs;
}

/** Answers come in the order of time: the last one holds. */
function pulsesAt({ pulses }: CourseFacts, asOf: number): ReadonlyMap<number, number | null> {
  const latest = pulses.filter(({ at }) => at < asOf && asOf - at <= pulseMs);
  return new Map(latest.map(({ personId, mean }) => [personId, mean]));
}
