import { sql } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';
import type { Rule } from '../../disclosure/hypercube.ts';
import type { HealthWeek } from '../../health/over-weeks.ts';
import { bandsLines, type BandsLine } from '../bands.ts';
import { definitionsIn } from '../definitions.ts';
import { titleOf, weeksOf, type ReportPart, type Span } from '../part.ts';
import type { Cell } from '../report.ts';

/** Everything a cohort report says, through disclosure control already: what is left out is not here either. */
export interface CohortNumbers {
  readonly title: string;
  /** Oldest first; at least one. */
  readonly weeks: readonly CohortWeek[];
  /** Of the last week, by title; none for a report of one course. */
  readonly courses: readonly CohortCourse[];
  readonly coursesInLast: number;
  readonly definitions: Readonly<Record<string, readonly number[]>>;
  readonly asOf: Date;
}

export interface CohortWeek {
  /** Monday. */
  readonly week: string;
  /** By band, who cannot be told, and all; `suppressed` where it is left out. */
  readonly cells: readonly Cell[];
  readonly health: ToldHealth;
}

export interface CohortCourse {
  readonly title: string;
  readonly cells: readonly Cell[];
  readonly health: ToldHealth;
}

/** Null: none is stored. */
export type ToldHealth = HealthWeek | 'suppressed' | null;

/** Null: the part has no week with numbers. */
export async function gatherCohort(db: Db, part: ReportPart, span: Span, rule: Rule): Promise<CohortNumbers | null> {
  const { institutionId, courseId } = part;
  const mondays = await weeksOf(db, part, span);
  const title = await titleOf(db, part);
  const [first, last] = [mondays[0], mondays.at(-1)];
  if (first === undefined || last === undefined || title === null) return null;
  const lines = new Map<string, readonly BandsLine[]>();
  for (const week of mondays) lines.set(week, await bandsLines(db, { ...part, week, rule }));
  const ofPart = (week: string) => lines.get(week)!.find((line) => courseId === null || line.courseId === courseId);
  const stored = await storedHealth(db, part, { from: first, to: last });
  const courses = courseId === null ? lines.get(last)!.filter((line) => line.courseId !== null) : [];
  return {
    title,
    weeks: mondays.map((week) => {
      const cells = ofPart(week)?.cells ?? noCells;
      return { week, cells, health: told(cells, stored.of(courseId, week)) };
    }),
    courses: courses
      .map(({ title: own, cells, courseId: id }) => ({ title: own, cells, health: told(cells, stored.of(id, last)) }))
      .sort((one, other) => one.title.localeCompare(other.title)),
    coursesInLast: courseId === null ? courses.length : 1,
    definitions: await definitionsIn(db, institutionId, { from: first, to: last }),
    asOf: await asOfWeek(db, institutionId, last),
  };
}

/** A week in which nobody of the part was enrolled. */
const noCells: readonly Cell[] = [0, 0, 0, 0, 0, 0];

/** Where the learners are left out, so is what is made of them. */
const told = (cells: readonly Cell[], health: HealthWeek | undefined): ToldHealth =>
  cells.at(-1) === 'suppressed' ? 'suppressed' : (health ?? null);

async function storedHealth(
  db: Db,
  { institutionId, unitId }: ReportPart,
  { from, to }: { readonly from: string; readonly to: string },
) {
  const { rows } = await sql<{ courseId: number | null; week: string; health: HealthWeek }>`
    select null::bigint as course_id, week_start::text as week, health from insight.unit_week
    where institution_id = ${institutionId} and unit_id = ${unitId} and week_start between ${from}::date and ${to}::date
    union all
    select week.course_id, week.week_start::text, week.health
    from insight.course_week as week
    join insight.unit_course as below on below.institution_id = week.institution_id and below.course_id = week.course_id
    where below.institution_id = ${institutionId} and below.unit_id = ${unitId}
      and week.week_start between ${from}::date and ${to}::date`.execute(db);
  const byKey = new Map(rows.map(({ courseId, week, health }) => [`${String(courseId)} ${week}`, health]));
  return { of: (courseId: number | null, week: string) => byKey.get(`${String(courseId)} ${week}`) };
}

/** When its courses' last weeks ended: nothing later was used. */
async function asOfWeek(db: Db, institutionId: number, week: string): Promise<Date> {
  const { rows } = await sql<{ asOf: Date }>`
    select max(as_of) as as_of from insight.course_week
    where institution_id = ${institutionId} and week_start = ${week}::date`.execute(db);
  return rows[0]!.asOf;
}
