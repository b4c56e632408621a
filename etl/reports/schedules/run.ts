import path from 'node:path';
import { sql } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';
import { makeReport } from '../make.ts';
import type { ReportMeans } from '../means.ts';
import type { WantedReport } from '../wanted.ts';
import { layOutExport } from './lay-out-export.ts';

interface Due extends Omit<WantedReport, 'span' | 'kind'> {
  readonly kind: WantedReport['kind'] | 'export';
  readonly scheduleId: number;
  readonly name: string;
  readonly key: string;
  readonly exportId: number | null;
  readonly due: boolean;
}

/**
 * Makes what is due into the outbox: `<institution>/<name>/<day>` for a report. The files of a research export lie in
 * `<institution>/<name>` as long as it may be fetched, and go when it ends: they are looked at every time. Trouble stands
 * with the schedule and holds up no other.
 */
export async function runSchedules(
  db: Db,
  institutionId: number,
  { folder, outbox, signal }: ReportMeans,
): Promise<void> {
  const { rows } = await sql<Due>`
    select
      s.institution_id, s.schedule_id, s.name, place.key, s.kind, s.format, s.unit_id, s.course_id, s.least, s.export_id,
      s.next_at <= now() as due
    from ops.report_schedule as s
      join core.institution as place on place.institution_id = s.institution_id
    where s.institution_id = ${institutionId} and not s.paused and (s.next_at <= now() or s.kind = 'export')
    order by s.name`.execute(db);
  for (const one of rows) {
    if (signal?.aborted === true) return;
    const message = await trouble(async () => {
      if (outbox === undefined) throw new Error('There is no outbox: say where it is by KITH_OUTBOX.');
      const target = path.join(outbox, one.key, one.name);
      if (one.kind === 'export') await layOutExport(db, { ...one, kithFolder: folder }, target);
      else await makeReport(db, { ...one, kind: one.kind, span: lately }, path.join(target, today()));
    });
    if (!one.due && message === null) continue;
    await sql`
      update ops.report_schedule
      set tried_at = now(), message = ${message},
        next_at = case when ${one.due} then greatest(next_at, now() - interval '1 day') + every_days * interval '1 day' else next_at end
      where institution_id = ${institutionId} and schedule_id = ${one.scheduleId}`.execute(db);
  }
}

/** Everything there is: a term's report grows week by week. */
const lately = { from: null, to: null };

const today = (): string => new Date().toISOString().slice(0, 10);

/** Null: none. What the database says may quote a row, and is not kept. */
async function trouble(work: () => Promise<void>): Promise<string | null> {
  try {
    await work();
    return null;
  } catch (error) {
    if (!(error instanceof Error)) return 'It ended unexpectedly.';
    return error instanceof Error && 'hint' in error
      ? `${error.message} ${String(error.hint)}`
      : error.name === 'Error'
        ? error.message
        : `It ended unexpectedly (${error.name}).`;
  }
}
