import { sql } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';

import type { Band } from '../score/types.ts';
import type { Truth } from '../simulate/write/truth.ts';
import type { PlantedLearner } from './planted.ts';

/** One stored learner-week of a planted course, with who the learner was planted as. */
export interface StoredWeek {
  readonly course: string;
  readonly week: number;
  readonly person: number;
  readonly score: number | null;
  readonly band: Band | null;
  readonly listed: boolean;
  readonly recencyDays: number | null;
  readonly planted: PlantedLearner;
}

/** Of one course-week: the health index as those see it who teach the course. */
export interface StoredCourseWeek {
  readonly course: string;
  readonly plant: string;
  readonly week: number;
  readonly courseNotice: boolean;
  readonly themes: Readonly<Record<string, number>>;
  readonly indicators: Readonly<Record<string, number>>;
}

/** What the pipeline stored of simulated courses, beside the truth. Who has no person in the database is left out. */
export async function storedWeeks(db: Db, institutionId: number, truth: Truth): Promise<readonly StoredWeek[]> {
  const { rows } = await sql<{
    course: string;
    week: number;
    person: number;
    sis: string;
    score: number | null;
    band: Band | null;
    listed: boolean;
    recencyDays: number | null;
  }>`
    with people as (
      select distinct on (account.person_id) account.person_id, upper(claim.value) as sis
      from identity.claim as claim
      join core.account as account
        on account.institution_id = claim.institution_id and account.account_id = claim.account_id
      where claim.institution_id = ${institutionId} and claim.scheme = 'sis' and account.person_id is not null
      order by account.person_id, claim.value
    )
    select course.code as course, one.week, one.person_id as person, people.sis, one.score, one.band,
      coalesce(week.alert_list -> 'listed' @> to_jsonb(one.person_id), false) as listed,
      (one.signals -> 'values' ->> 'recency')::float8 as recency_days
    from insight.learner_week as one
    join insight.course_week as week using (institution_id, course_id, week)
    join core.course as course using (institution_id, course_id)
    join people on people.person_id = one.person_id
    where one.institution_id = ${institutionId}
    order by course.code, one.week, one.person_id`.execute(db);
  const planted = new Map(
    truth.courses.flatMap(({ course, learners }) =>
      learners.map((learner) => [`${course} ${learner.person.toUpperCase()}`, learner] as const),
    ),
  );
  return rows.flatMap(({ sis, ...row }) => {
    const learner = planted.get(`${row.course} ${sis}`);
    return learner ? [{ ...row, planted: learner }] : [];
  });
}

interface StoredHealth {
  readonly themes?: readonly {
    readonly theme: string;
    readonly score: number | null;
    readonly indicators: readonly { readonly id: string; readonly score: number | null }[];
  }[];
}

export async function storedCourseWeeks(
  db: Db,
  institutionId: number,
  truth: Truth,
): Promise<readonly StoredCourseWeek[]> {
  const { rows } = await sql<{ course: string; week: number; courseNotice: boolean; health: StoredHealth }>`
    select course.code as course, week.week, (week.alert_list ->> 'courseNotice')::boolean as course_notice, own.health
    from insight.course_week as week
    join insight.course_immediacy as own using (institution_id, course_id, week)
    join core.course as course using (institution_id, course_id)
    where week.institution_id = ${institutionId}
    order by course.code, week.week`.execute(db);
  const plantOf = new Map(truth.courses.map(({ course, plant }) => [course, plant]));
  const known = (pairs: readonly (readonly [string, number | null])[]): Record<string, number> =>
    Object.fromEntries(pairs.filter((pair): pair is readonly [string, number] => pair[1] !== null));
  return rows.flatMap(({ health, ...row }) => {
    const plant = plantOf.get(row.course);
    const themes = health.themes ?? [];
    return plant === undefined || themes.length === 0
      ? []
      : [
          {
            ...row,
            plant,
            themes: known(themes.map(({ theme, score }) => [theme, score])),
            indicators: known(themes.flatMap(({ indicators }) => indicators.map(({ id, score }) => [id, score]))),
          },
        ];
  });
}
