import { sql } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';

import { UnreadableFile, type Context } from '../../connector.ts';
import { connectorById } from '../../extract/index.ts';
import { load } from '../load.ts';
import type { Mode, RunReport } from '../request.ts';
import { mendedPiles, type Mended, type MendedPile } from './mended-files.ts';

interface Of {
  readonly institutionId: number;
  readonly runId: number;
}

interface MendedRun {
  readonly source: string;
  readonly connector: string;
  readonly mode: Mode;
  readonly options: Context;
}

/**
 * Loads the rows of a load that somebody mended, and only those, into its source and with its options. Rows that are
 * refused again stay refused; the others are marked as mended.
 */
export async function loadMended(db: Db, of: Of): Promise<RunReport[]> {
  const { institutionId, runId } = of;
  const { rows: runs } = await sql<MendedRun>`
    select s.name as source, r.connector, r.mode, r.options from ops.run as r
      join ops.source as s on s.institution_id = r.institution_id and s.source_id = r.source_id
    where r.institution_id = ${institutionId} and r.run_id = ${runId}`.execute(db);
  const run = runs[0];
  const rows = await db
    .selectFrom('ops.reject')
    .select(['rejectNo', 'file', 'mended as text'])
    .where('institutionId', '=', institutionId)
    .where('runId', '=', runId)
    .where('mended', 'is not', null)
    .orderBy('rejectNo')
    .execute();
  const heads = await db
    .selectFrom('ops.rejectHead')
    .select(['file', 'head'])
    .where('institutionId', '=', institutionId)
    .where('runId', '=', runId)
    .execute();
  if (!run || rows.length === 0) return [];
  const piles = mendedPiles(rows as Mended[], new Map(heads.map(({ file, head }) => [file, head])));
  const reports: RunReport[] = [];
  for (const pile of piles) {
    const report = await loadPile(db, of, run, pile);
    if (report) reports.push(report);
  }
  return reports;
}

/** Institutions' loads of which mended rows wait. */
export async function waitingMended(db: Db, institutionId: number): Promise<number[]> {
  const waiting = await db
    .selectFrom('ops.reject')
    .select('runId')
    .distinct()
    .where('institutionId', '=', institutionId)
    .where('mended', 'is not', null)
    .execute();
  return waiting.map(({ runId }) => runId);
}

async function loadPile(db: Db, of: Of, run: MendedRun, pile: MendedPile): Promise<RunReport | undefined> {
  const connector = connectorById(pile.readBy === 'native' ? 'native' : run.connector);
  if (!connector) throw new Error(`There is no connector "${run.connector}".`);
  let made: number | undefined;
  try {
    const report = await load(db, {
      institutionId: of.institutionId,
      source: run.source,
      connector,
      input: { path: `mended rows of load ${of.runId}`, files: pile.files },
      context: run.options,
      // What is mended is added to what is there; only whole exports take away.
      mode: run.mode === 'event' ? 'event' : 'delta',
      onRun: (runId) => (made = runId),
    });
    await settle(db, of, pile, report.state === 'visible' || report.state === 'staged' ? report.runId : undefined);
    return report;
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    await settle(db, of, pile, undefined); // the load itself says why it failed
    return undefined;
  } finally {
    if (made !== undefined) {
      await db
        .updateTable('ops.run')
        .set({ mendsRunId: of.runId })
        .where('institutionId', '=', of.institutionId)
        .where('runId', '=', made)
        .execute();
    }
  }
}

/** Marks what was taken; nothing of a mended row is kept beside the fact it became. */
async function settle(db: Db, { institutionId, runId }: Of, pile: MendedPile, took: number | undefined): Promise<void> {
  const again = new Set<number>();
  if (took !== undefined) {
    const refused = await db
      .selectFrom('ops.reject')
      .select(['file', 'line'])
      .where('institutionId', '=', institutionId)
      .where('runId', '=', took)
      .execute();
    for (const { file, line } of refused) again.add(pile.numberAt.get(`${file}\0${line}`) ?? 0);
  }
  const numbers = [...pile.numberAt.values()];
  const taken = took === undefined ? [] : numbers.filter((no) => !again.has(no));
  await sql`
    update ops.reject set mended = null,
      mended_run_id = case when reject_no = any (${taken}::bigint[]) then ${took ?? null}::bigint end
    where institution_id = ${institutionId} and run_id = ${runId} and reject_no = any (${numbers}::bigint[])`.execute(
    db,
  );
}
