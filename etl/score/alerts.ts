import { z } from 'zod';
import { type PatternId, patterns } from './patterns.ts';
import type { Band, ConfidenceLevel } from './types.ts';

/**
 * Alerts with a budget: few people, each for a reason, so that somebody can act on all of them.
 *
 * Prediction alone changes nothing (a programme with 1,868 flagged learners showed no effect on retention); lists
 * that fit a week's capacity do get worked through. On simulated courses thresholds alone give 13 alerts per 100
 * learners and week; with hysteresis, budget and patterns it is 4.3, and they are right more often.
 */
export const AlertRule = z.strictObject({
  version: z.int().positive(),
  /** The course's own first weeks, in which everybody is still arriving. */
  quietWeeks: z.int().min(0),
  /** Without a stated capacity: this share of the learners, but at least `leastCapacity`. */
  capacityShare: z.number().min(0).max(1),
  leastCapacity: z.int().min(0),
  /** Added to the score of a learner with a pattern. */
  patternPoints: z.number().min(0).max(100),
  /** Nobody is listed again this soon, unless the band rises. */
  cooldownWeeks: z.int().min(0),
  /** Who has been a candidate in vain for so many weeks comes before everybody else: nobody waits for ever. */
  patienceWeeks: z.int().positive(),
  /** With more elevated or high learners than this share, it is the course, not the learners. */
  noticeAbove: z.number().min(0).max(1),
  /** Whether those who said that they meet others elsewhere are among these; until version 2 they were. */
  noticeCountsElsewhere: z.boolean().default(true),
});

export type AlertRule = Readonly<z.infer<typeof AlertRule>>;

export const alertRule: AlertRule = {
  version: 3,
  quietWeeks: 2,
  capacityShare: 0.05,
  leastCapacity: 2,
  patternPoints: 10,
  cooldownWeeks: 3,
  patienceWeeks: 2,
  noticeAbove: 0.25,
  noticeCountsElsewhere: false,
};

/** A learner of E at the end of the week. */
export interface Watched {
  readonly learnerId: string;
  /** Null: not scored. Some patterns need no score. */
  readonly score: number | null;
  /** After hysteresis. */
  readonly band: Band | null;
  readonly confidenceLevel: ConfidenceLevel | null;
  /** Firing this week. */
  readonly patterns: readonly PatternId[];
  readonly lastAlert: { readonly week: number; readonly band: Band | null } | null;
  /** They, or who teaches them, said that they meet others elsewhere: then few ties here are no reason to write. */
  readonly meetsElsewhere?: boolean | undefined;
  /** Weeks in a row as a candidate beyond the capacity. */
  readonly waited?: number;
}

export interface Alert {
  readonly learnerId: string;
  /** score, with the pattern points. Orders the list and is never shown. */
  readonly rank: number;
  readonly patterns: readonly PatternId[];
}

export interface AlertList {
  /** "This is the course, not the learners": shown instead of the list. */
  readonly courseNotice: boolean;
  /** At most the capacity, plus those who told us. Those who waited long first, then the highest rank, equal ranks by id. */
  readonly listed: readonly Alert[];
  /** Candidates beyond the capacity, in order: the first to come next. */
  readonly waiting: readonly Alert[];
}

/** @param week course week, from 1. @param capacity what the instructor can take on in a week; null: not stated. */
export function alertsOf(
  week: number,
  learners: readonly Watched[],
  capacity: number | null,
  rule: AlertRule = alertRule,
): AlertList {
  if (week <= rule.quietWeeks) return { courseNotice: false, listed: [], waiting: [] };
  // Whoever meets others elsewhere is no sign that the course connects nobody.
  const apart = learners.filter(
    ({ band, meetsElsewhere = false }) => raised(band) && (rule.noticeCountsElsewhere || !meetsElsewhere),
  );
  const courseNotice = apart.length > rule.noticeAbove * learners.length;
  const candidates = learners
    .map((learner) => ({ ...learner, patterns: learner.patterns.filter((id) => patterns[id].alerts) }))
    .filter((learner) => hasReason(learner) && !coolingDown(learner, week, rule))
    .map(({ learnerId, score, patterns: why, waited = 0 }) => ({
      alert: { learnerId, rank: (score ?? 0) + (why.length > 0 ? rule.patternPoints : 0), patterns: why },
      patience: Math.max(0, waited - rule.patienceWeeks + 1),
    }))
    .sort(
      (one, other) =>
        other.patience - one.patience ||
        other.alert.rank - one.alert.rank ||
        (one.alert.learnerId < other.alert.learnerId ? -1 : 1),
    )
    .map(({ alert }) => alert);

  const most = capacity ?? Math.max(rule.leastCapacity, Math.ceil(rule.capacityShare * learners.length));
  const spoke = candidates.filter(({ patterns: why }) => why.includes('told_us'));
  const budgeted = candidates.filter(({ patterns: why }) => !why.includes('told_us'));
  if (courseNotice) return { courseNotice, listed: spoke, waiting: [] };
  const within = new Set([...spoke, ...budgeted.slice(0, most)]);
  return { courseNotice, listed: candidates.filter((one) => within.has(one)), waiting: budgeted.slice(most) };
}

/** These three are seen by themselves, however little else can be seen. */
const standAlone: readonly PatternId[] = ['gone_quiet', 'never_started', 'told_us'];

function hasReason({ band, confidenceLevel, patterns: why, meetsElsewhere = false }: Watched): boolean {
  // A term among learners who meet elsewhere put one in ten on a list as gone: they are not, they meet elsewhere (§5.5).
  if (meetsElsewhere) return why.includes('told_us');
  if (why.some((id) => standAlone.includes(id))) return true;
  return confidenceLevel !== 'low' && (raised(band) || why.length > 0);
}

function coolingDown({ band, lastAlert }: Watched, week: number, { cooldownWeeks }: AlertRule): boolean {
  if (lastAlert === null || week - lastAlert.week >= cooldownWeeks) return false;
  return height(band) <= height(lastAlert.band);
}

const bands: readonly (Band | null)[] = ['connected', 'watch', 'elevated', 'high'];
const height = (band: Band | null): number => bands.indexOf(band);
const raised = (band: Band | null): boolean => band === 'elevated' || band === 'high';
