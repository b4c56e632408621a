import { sql } from 'kysely';
import type { Db, ReadDb } from '@kith/sql/connect.ts';
import type { BodyOf, ResponseOf } from '../contract/endpoint.ts';
import type * as contract from '../contract/report-schedules.ts';
import { institutionHere } from './schedules.ts';
import { select } from './select.ts';

type Listed = ResponseOf<typeof contract.listReportSchedules>;
type Row = Omit<Listed['schedules'][number], 'nextAt' | 'triedAt'> & { nextAt: Date; triedAt: Date | null };

/** What comes out by itself, and what may. The database refuses others than stewards. */
export async function reportSchedules(db: ReadDb): Promise<Listed> {
  const rows = await select<Row>(db, sql`select * from ops.list_report_schedules()`);
  return {
    schedules: rows.map(({ nextAt, triedAt, ...row }) => ({
      ...row,
      nextAt: nextAt.toISOString(),
      triedAt: triedAt?.toISOString() ?? null,
    })),
    institution: (await institutionHere(db)).institution,
    units: await select(
      db,
      sql`
        select 0::bigint as unit_id, title from core.institution
        where institution_id = nullif(current_setting('kith.institution', true), '')::bigint
        union all
        (select unit_id, title from core.unit order by title)`,
    ),
    exports: await select(
      db,
      sql`
        select export_id, purpose as title from ops.export
        where state in ('approved', 'made', 'failed') and expires_at > now()
        order by export_id`,
    ),
  };
}

export type Added = 'done' | 'taken' | 'no such part' | 'no such export';

export async function addReportSchedule(
  db: Db,
  { name, kind, format, unitId, exportId, everyDays, least }: BodyOf<typeof contract.addReportSchedule>,
): Promise<Added> {
  const { rows } = await sql<{ said: Added }>`
    select ops.add_report_schedule(
      ${name}, ${kind}, ${format}, ${unitId}, ${least}::smallint, ${everyDays}::smallint, ${exportId ?? null}::bigint
    ) as said`.execute(db);
  return rows[0]!.said;
}

/** False: there is none of that name. */
export async function steerReportSchedule(
  db: Db,
  { name, deed }: BodyOf<typeof contract.steerReportSchedule>,
): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`
    select ops.steer_report_schedule(${name}, ${deed}) as done`.execute(db);
  return rows[0]!.done;
}
