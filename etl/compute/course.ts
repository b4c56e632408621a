import { affordancesOf, type Affordances } from './affordances.ts';
import type { Calendar, CourseWeek } from './calendar.ts';
import { nothingEarlier, type Earlier } from './earlier.ts';
import { meetingElsewhere } from './facts/declarations.ts';
import type { CourseFacts } from './facts/course-facts.ts';
import { patternsAt, rosterStatesAt } from './learner-states.ts';
import { noticesOf, type Notice } from './notices.ts';
import { overWeeks, type WeekInTerm } from './over-weeks.ts';
import { withCircles } from './circles-drawn.ts';
import { placePeople, type Positions } from './positions.ts';
import { courseSignals } from './signals/course-signals.ts';
import { networkAt, snapshotAt } from './snapshot.ts';
import { sourcesAt, type SourceAt } from './sources.ts';
import { learnerValues, poolsOf, rounded, valuesAt, valuesOf, type Pools } from './values.ts';
import { writingOf } from './writing.ts';
import { cohortParts, type CohortPart } from '../cohorts/pooled.ts';
import type { ListedWeek } from '../alerts/store.ts';
import { shipped, type InForce } from '../definitions/overridable.ts';
import { beyondInstructors } from '../health/immediacy.ts';
import { intervalsOf } from '../health/interval.ts';
import type { Value } from '../indicator.ts';
import type { Interval } from '../measures/wilson.ts';
import { bandsOver } from '../score/bands.ts';
import { scoreCourseWeek, type CourseWeekScores } from '../score/course-week.ts';
import type { PatternsNow } from '../score/patterns.ts';
import type { RosterState } from '../score/roster-state.ts';
import { trendOf, type Trend } from '../score/trend.ts';
import type { Band, LearnerWeek } from '../score/types.ts';
import type { VisibilityBySource } from '../score/visibility.ts';

/** One computed week: what is stored of every learner and of the course. */
export interface ComputedWeek extends WeekAlone, WeekInTerm {}

/** What a week says by itself. */
interface WeekAlone {
  readonly week: CourseWeek;
  /** In force at its end. */
  readonly definitions: InForce;
  readonly scores: CourseWeekScores;
  readonly learners: readonly ComputedLearner[];
  /** What the course's part of a programme's numbers is made of. */
  readonly pools: Pools;
  /** The same of saved cohorts. */
  readonly cohorts: readonly CohortPart[];
  readonly indicators: Readonly<Record<string, number | null>>;
  readonly sources: readonly SourceAt[];
  readonly notices: readonly Notice[];
  readonly positions: Positions;
  readonly affordances: Affordances;
  /** Whether each pattern's rule holds, by person. */
  readonly patterns: ReadonlyMap<number, PatternsNow>;
  readonly rosterStates: ReadonlyMap<number, RosterState>;
  /** E without those who opted out. */
  readonly people: number;
  /** Who teaches the course, at whatever time. */
  readonly staff: number;
  /** Of the health index. */
  readonly interval: Interval | null;
  /** Of the index without e-immediacy. */
  readonly sharedInterval: Interval | null;
}

export interface ComputedLearner extends LearnerWeek {
  readonly band: Band | null;
  readonly trend: Trend | null;
  readonly weeksObserved: number;
  readonly visibility: VisibilityBySource;
  /** Learner indicators by id, as far as they are known; empty outside E. */
  readonly indicators: Readonly<Record<string, Value>>;
}

/** What was in force at an instant: a week is computed by the definitions at its end. */
export type DefinitionsAt = (at: number) => InForce;

export const shippedAlways: DefinitionsAt = () => shipped;

/** Every closed week of a course, oldest first. Pure: the same facts give the same weeks, to the last bit. */
export const computeWeeks = (
  facts: CourseFacts,
  calendar: Calendar,
  definitionsAt: DefinitionsAt = shippedAlways,
): readonly ComputedWeek[] => computeTerm(facts, calendar, definitionsAt).weeks;

/** What is computed of a term, and whom its weeks list, those that stood included. */
export interface ComputedTerm {
  /** Those after the earlier ones, oldest first. */
  readonly weeks: readonly ComputedWeek[];
  readonly lists: readonly ListedWeek[];
}

/** The weeks of a course that come after the ones that stand as they are stored, as if all had been computed. */
export function computeTerm(
  facts: CourseFacts,
  calendar: Calendar,
  definitionsAt: DefinitionsAt = shippedAlways,
  earlier: Earlier = nothingEarlier,
): ComputedTerm {
  const alone = weeksAlone(facts, calendar, definitionsAt, earlier);
  const bare = [...earlier.weeks, ...alone.map((one) => ({ ...one, week: one.week.week }))];
  const inTerm = overWeeks(bare, facts.alertCapacity, (index) =>
    meetingElsewhere(facts.declarations, calendar.weeks[index]!.end),
  );
  return {
    weeks: alone.map((one, index) => ({ ...one, ...inTerm[earlier.weeks.length + index]! })),
    lists: bare.map(({ week, learners, definitions: { alerts } }, index) => {
      const bands = new Map(learners.map(({ learnerId, band }) => [learnerId, band]));
      return {
        week,
        list: inTerm[index]!.alerts,
        version: alerts.version,
        bandOf: (learnerId) => bands.get(learnerId) ?? null,
      };
    }),
  };
}

function weeksAlone(
  facts: CourseFacts,
  calendar: Calendar,
  definitionsAt: DefinitionsAt,
  earlier: Earlier,
): readonly WeekAlone[] {
  const history = new Map<string, { week: number; score: number | null }[]>();
  for (const { week, learners } of earlier.weeks) for (const one of learners) rememberScore(history, one, week);
  const writing = writingOf(facts);
  const done = earlier.weeks.length;
  let { positions } = earlier;
  let networkBefore = done === 0 ? null : networkAt(facts, calendar.weeks[done - 1]!.end);
  return calendar.weeks.slice(done).map((week) => {
    const signals = courseSignals(facts, calendar, week);
    const definitions = definitionsAt(week.end);
    const scores = scoreCourseWeek(signals, definitions);
    const byId = new Map(signals.learners.map((learner) => [learner.learnerId, learner]));
    const peers = [...signals.peers];
    positions = placePeople(peers, signals.contacts, positions);
    const { zone } = calendar;
    const courseStart = calendar.weeks[0]!.start;
    const snapshot = snapshotAt({
      facts,
      writing,
      week,
      zone,
      courseStart,
      signals,
      learners: scores.learners,
      networkBefore,
    });
    networkBefore = snapshot.network;
    const affordances = affordancesOf(snapshot);
    const values = learnerValues(snapshot);
    const learners = scores.learners.map((unrounded) => {
      // As it is stored: a week computed later must see the same history.
      const learner = { ...unrounded, score: rounded(unrounded.score) };
      const weeks = rememberScore(history, learner, week.week);
      const own = byId.get(learner.learnerId)!;
      return {
        ...learner,
        band: bandsOver(weeks, scores.definition.bands).at(-1) ?? null,
        trend: trendOf(weeks, scores.definition.trend),
        weeksObserved: own.weeksObserved,
        visibility: own.visibility,
        indicators: valuesAt(values, snapshot.nodeOf.get(Number(learner.learnerId))),
      };
    });
    const pools = poolsOf(snapshot);
    const indicators = valuesOf(pools);
    const health = definitions.community_health;
    const [interval = null, sharedInterval = null] = intervalsOf(snapshot, indicators, [
      health,
      beyondInstructors(health),
    ]);
    return {
      week,
      definitions,
      scores,
      learners,
      pools,
      cohorts: cohortParts(snapshot, facts.cohorts),
      indicators,
      affordances,
      patterns: patternsAt(snapshot, scores, values),
      rosterStates: rosterStatesAt(snapshot, signals.learners),
      people: peers.length,
      staff: facts.members.filter((member) => member.staff !== null).length,
      interval,
      sharedInterval,
      sources: sourcesAt(facts, peers, week.end),
      notices: noticesOf(facts, scores, week.end, affordances),
      positions: withCircles(positions, snapshot),
    };
  });
}

/** A band follows scores of one kind and one definition; where either changes, history starts anew. */
function rememberScore(
  history: Map<string, { week: number; score: number | null }[]>,
  { learnerId, kind, score, definition }: Pick<LearnerWeek, 'learnerId' | 'kind' | 'score' | 'definition'>,
  week: number,
): readonly { week: number; score: number | null }[] {
  const key = `${kind} ${String(definition.version)} ${learnerId}`;
  const weeks = history.get(key) ?? [];
  weeks.push({ week, score });
  history.set(key, weeks);
  return weeks;
}
