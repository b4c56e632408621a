import { sql, type RawBuilder } from 'kysely';
import type { z } from 'zod';
import type { Db, ReadDb } from '@kith/sql/connect.ts';
import type { CourseStep, Theme } from '../../contract/course-steps.ts';
import type { Reader } from '../../reader.ts';
import { select } from '../select.ts';

type Done = z.output<typeof CourseStep>;

/** The weeks of a course with the health its own staff see: with e-immediacy where the reader may know it. */
const weeksOf = (courseId: RawBuilder<unknown>) => sql`(
  select one.week, one.week_start, coalesce(own.health, one.health) as health
  from insight.course_week as one
  left join insight.course_immediacy as own
    on own.institution_id = one.institution_id and own.course_id = one.course_id and own.week = one.week
  where one.course_id = ${courseId}
)`;

/** The weakest theme of the last week that has a health index; null: it is withheld in all. */
export async function weakestTheme(db: ReadDb, courseId: number): Promise<z.output<typeof Theme> | null> {
  const [row] = await select<{ theme: z.output<typeof Theme> }>(
    db,
    sql`
      select health ->> 'weakestTheme' as theme
      from ${weeksOf(sql`${courseId}`)} as week
      where health ? 'weakestTheme'
      order by week desc
      limit 1`,
  );
  return row?.theme ?? null;
}

/** What was tried with a course, newest first, with the health index of the week before and of the last one since. */
export const stepsDone = (db: ReadDb, { personId: readerId }: Reader, courseId: number): Promise<Done[]> =>
  select(
    db,
    sql`
      select
        one.step_id, one.step, one.theme, one.on_day, person.name as by, one.by_person_id = ${readerId} as mine, one.remark,
        (
          select coalesce(
            min(week.week) filter (where week.week_start + 6 >= one.on_day),
            max(week.week) + 1
          )
          from insight.course_week as week
          where week.institution_id = one.institution_id and week.course_id = one.course_id
        ) as week,
        (
          select (week.health ->> 'index')::float8 from ${weeksOf(sql`${courseId}`)} as week
          where week.week_start + 6 < one.on_day and week.health ? 'index'
          order by week.week desc limit 1
        ) as before,
        (
          select (week.health ->> 'index')::float8 from ${weeksOf(sql`${courseId}`)} as week
          where week.week_start > one.on_day and week.health ? 'index'
          order by week.week desc limit 1
        ) as since
      from care.course_step as one
      left join identity.shown_person as person
        on person.institution_id = one.institution_id and person.person_id = one.by_person_id
      where one.course_id = ${courseId} and one.withdrawn_at is null
      order by one.on_day desc, one.step_id desc`,
  );

export async function noteStep(
  db: Db,
  { institutionId, personId }: Reader,
  step: { courseId: number } & Pick<Done, 'step' | 'theme' | 'onDay' | 'remark'>,
): Promise<number> {
  const { stepId } = await db
    .insertInto('care.courseStep')
    .values({ institutionId, byPersonId: personId, notedAt: new Date(), ...step })
    .returning('stepId')
    .executeTakeFirstOrThrow();
  return stepId;
}

/** False: there is no such step of the reader's. */
export async function withdrawStep(
  db: Db,
  { institutionId, personId }: Reader,
  { courseId, stepId }: { readonly courseId: number; readonly stepId: number },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('care.courseStep')
    .set({ withdrawnAt: new Date() })
    .where('institutionId', '=', institutionId)
    .where('courseId', '=', courseId)
    .where('stepId', '=', stepId)
    .where('byPersonId', '=', personId)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
