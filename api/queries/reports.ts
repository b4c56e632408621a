import { sql } from 'kysely';
import type { Db, ReadDb } from '@kith/sql/connect.ts';
import type { BodyOf, ResponseOf } from '../contract/endpoint.ts';
import type * as contract from '../contract/reports.ts';
import { units } from './programmes/units.ts';
import { select } from './select.ts';

type Listed = ResponseOf<typeof contract.listReports>;
type Report = Listed['reports'][number];
type Instants = 'askedAt' | 'expiresAt' | 'tryAt';

/** What the reader asked for, and what they may ask for. */
export async function reportsOf(db: ReadDb, courseId: number | undefined): Promise<Listed> {
  return {
    units: (await units(db)).map(({ unitId, title, kind }) => ({ unitId, title, kind })),
    course: courseId === undefined ? null : await courseToReport(db, courseId),
    terms: await select(
      db,
      sql`
        select title, date_trunc('week', starts_on::timestamp)::date as from, ends_on as to
        from core.term
        order by starts_on desc, title
        limit 20`,
    ),
    reports: await ownReports(db),
  };
}

async function courseToReport(db: ReadDb, courseId: number): Promise<Listed['course']> {
  const [course] = await select<NonNullable<Listed['course']>>(
    db,
    sql`
      select course.course_id, below.unit_id, course.title
      from core.course as course
      join insight.unit_course as below
        on below.institution_id = course.institution_id and below.course_id = course.course_id and below.direct
      where course.course_id = ${courseId} and ops.may_report(below.unit_id, course.course_id)`,
  );
  return course ?? null;
}

async function ownReports(db: ReadDb): Promise<Report[]> {
  const rows = await select<Omit<Report, Instants> & { askedAt: Date; expiresAt: Date; tryAt: Date | null }>(
    db,
    sql`
      select
        one.report_id, one.kind, one.format,
        coalesce(one.manifest ->> 'of', course.title, unit.title, place.title) as of,
        one.from_week, one.to_week, one.least, one.asked_at, one.expires_at,
        case when one.expires_at <= now() then 'over' else one.state end as state, one.try_at,
        coalesce(one.message = 'NoNumbers', false) as no_numbers, one.manifest
      from ops.report as one
      join core.institution as place on place.institution_id = one.institution_id
      left join core.unit as unit on unit.institution_id = one.institution_id and unit.unit_id = one.unit_id
      left join core.course as course on course.institution_id = one.institution_id and course.course_id = one.course_id
      order by one.report_id desc
      limit 100`,
  );
  return rows.map(({ askedAt, expiresAt, tryAt, ...row }) => ({
    ...row,
    askedAt: askedAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    tryAt: tryAt?.toISOString() ?? null,
  }));
}

/** Null: the reader may not see all aggregates of that part. */
export async function askReport(
  db: Db,
  { kind, format, unitId, courseId, from, to, least }: BodyOf<typeof contract.askReport>,
): Promise<number | null> {
  const { rows } = await sql<{ asked: number | null }>`
    select ops.ask_report(
      ${kind}, ${format}, ${unitId}, ${courseId ?? null}, date_trunc('week', ${from ?? null}::timestamp)::date,
      ${to ?? null}::date, ${least}::smallint
    ) as asked`.execute(db);
  return rows[0]!.asked;
}

/** The folder of a report that holds the file; undefined: there is none for this reader. */
export async function folderOfReport(db: ReadDb, reportId: number, name: string): Promise<string | undefined> {
  const [found] = await select<{ folder: string }>(
    db,
    sql`
      select folder from ops.report
      where report_id = ${reportId} and state = 'made' and expires_at > now()
        and (${name} = 'manifest.json' or manifest -> 'files' @> jsonb_build_array(jsonb_build_object('name', ${name}::text)))`,
  );
  return found?.folder;
}
