import { sql } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';
import type { Affordances } from './affordances.ts';
import type { Course } from './facts/course.ts';
import type { BareWeek } from './over-weeks.ts';
import type { Positions } from './positions.ts';
import type { InForce } from '../definitions/overridable.ts';
import type { HealthWeek } from '../health/over-weeks.ts';
import type { PatternsNow } from '../score/patterns.ts';
import type { Band, ConfidenceLevel, LearnerWeek, ScoreKind } from '../score/types.ts';

/** The stored weeks that stand, as far as later ones look back at them. */
export interface Earlier {
  readonly weeks: readonly EarlierWeek[];
  /** Of the last of them. */
  readonly positions: Positions;
}

export interface EarlierWeek extends BareWeek {
  readonly learners: readonly (BareWeek['learners'][number] & Pick<LearnerWeek, 'kind' | 'definition'>)[];
}

export const nothingEarlier: Earlier = { weeks: [], positions: {} };

/**
 * Reads the first weeks as they are stored. Undefined where one is missing: then nothing can be built on them.
 *
 * @param definitions what was in force at the end of each of them
 */
export async function readEarlier(
  db: Db,
  course: Course,
  definitions: readonly InForce[],
): Promise<Earlier | undefined> {
  const count = definitions.length;
  if (count === 0) return nothingEarlier;
  const here = sql`institution_id = ${course.institutionId} and course_id = ${course.courseId} and week <= ${count}`;
  const { rows: weeks } = await sql<{
    week: number;
    indicators: Record<string, number | null>;
    health: HealthWeek;
    sharedHealth: HealthWeek;
    affordances: Affordances;
    network: Positions;
  }>`
    select
      week, week.indicators || own.indicators as indicators, own.health, week.health as shared_health, affordances,
      case when week = ${count} then network end as network
    from insight.course_week as week
    join insight.course_immediacy as own using (institution_id, course_id, week)
    where ${here} order by week`.execute(db);
  const last = weeks.at(-1);
  if (last === undefined || weeks.length !== count) return undefined;
  const { rows } = await sql<{
    week: number;
    personId: number;
    kind: ScoreKind;
    score: number | null;
    band: Band | null;
    confidenceLevel: ConfidenceLevel | null;
    version: number;
    now: PatternsNow;
  }>`
    select
      week, person_id, kind, definition_version as version, score, band, signals ->> 'confidenceLevel' as confidence_level, patterns -> 'now' as now
    from insight.learner_week where ${here} order by week, person_id`.execute(db);
  const byWeek = Map.groupBy(rows, ({ week }) => week);
  return {
    positions: last.network,
    weeks: weeks.map(({ week, indicators, health, sharedHealth, affordances }, place) => {
      const learners = byWeek.get(week) ?? [];
      // Outside E nothing is said of any pattern.
      const inClass = learners.filter(({ now }) => Object.keys(now).length > 0);
      return {
        week,
        definitions: definitions[place]!,
        indicators,
        affordances,
        interval: 'interval' in health ? health.interval : null,
        sharedInterval: 'interval' in sharedHealth ? sharedHealth.interval : null,
        people: inClass.length,
        patterns: new Map(inClass.map(({ personId, now }) => [personId, now])),
        learners: learners.map(({ personId, kind, version, score, band, confidenceLevel }) => ({
          learnerId: String(personId),
          kind,
          definition: { id: kind, version },
          score,
          band,
          confidenceLevel,
        })),
      };
    }),
  };
}
