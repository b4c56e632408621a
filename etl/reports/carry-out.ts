import { rm } from 'node:fs/promises';
import path from 'node:path';
import { sql } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';
import { alone } from '../load/alone.ts';
import { keepEvaluations } from './evaluation/keep.ts';
import { makeReport, NoNumbers } from './make.ts';
import type { ReportMeans } from './means.ts';
import { runSchedules } from './schedules/run.ts';
import type { WantedReport } from './wanted.ts';

/** How often making a report is tried, a minute after the first time, then twice as long each time. */
export const mostTries = 5;

/** Folder of the files of a report, below Kith's own. */
export const reportFolder = (kithFolder: string, folder: string): string => path.join(kithFolder, 'reports', folder);

/** Removes what is over, makes what was asked for and what is due, and keeps what the evaluation page shows; one process at a time. */
export async function carryOutReports(db: Db, institutionId: number, means: ReportMeans): Promise<void> {
  await alone(db, `kith reports ${String(institutionId)}`, async () => {
    await removeWhatIsOver(db, institutionId, means.folder);
    for (const asked of await waitingReports(db, institutionId)) {
      if (means.signal?.aborted === true) return;
      await makeOne(db, asked, means.folder);
    }
    await runSchedules(db, institutionId, means);
    if (means.signal?.aborted !== true) await keepEvaluations(db, institutionId, new Date());
  });
}

interface Waiting extends WantedReport {
  readonly reportId: number;
  readonly folder: string;
  readonly tries: number;
}

async function waitingReports(db: Db, institutionId: number): Promise<Waiting[]> {
  const { rows } = await sql<Omit<Waiting, 'span'> & { from: string | null; to: string | null }>`
    select
      institution_id, report_id, kind, format, unit_id, course_id, from_week::text as from, to_week::text as to, least, folder,
      tries
    from ops.report
    where institution_id = ${institutionId} and (state = 'asked' or state = 'failed' and try_at <= now())
    order by report_id`.execute(db);
  return rows.map(({ from, to, ...row }) => ({ ...row, span: { from, to } }));
}

async function makeOne(db: Db, asked: Waiting, kithFolder: string): Promise<void> {
  const mine = sql`institution_id = ${asked.institutionId} and report_id = ${asked.reportId}`;
  try {
    const manifest = await makeReport(db, asked, reportFolder(kithFolder, asked.folder));
    await sql`
      update ops.report
      set state = 'made', made_at = now(), message = null, try_at = null, manifest = ${JSON.stringify(manifest)}::jsonb
      where ${mine}`.execute(db);
  } catch (error) {
    // What is not there now is not there in a minute either.
    const tries = error instanceof NoNumbers ? mostTries : asked.tries + 1;
    const minutes = tries >= mostTries ? null : 2 ** asked.tries;
    await sql`
      update ops.report
      set state = 'failed', tries = ${tries}, message = ${error instanceof Error ? error.name : 'unknown'},
        try_at = now() + ${minutes}::int * interval '1 minute'
      where ${mine}`.execute(db);
  }
}

async function removeWhatIsOver(db: Db, institutionId: number, kithFolder: string): Promise<void> {
  const { rows } = await sql<{ reportId: number; folder: string }>`
    select report_id, folder from ops.report
    where institution_id = ${institutionId} and state <> 'over' and expires_at <= now()`.execute(db);
  for (const { reportId, folder } of rows) {
    await rm(reportFolder(kithFolder, folder), { recursive: true, force: true });
    await sql`
      update ops.report set state = 'over'
      where institution_id = ${institutionId} and report_id = ${reportId}`.execute(db);
  }
}
