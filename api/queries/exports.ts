import { sql } from 'kysely';
import type { Db, ReadDb } from '@kith/sql/connect.ts';
import type { BodyOf, ResponseOf } from '../contract/endpoint.ts';
import type * as contract from '../contract/exports.ts';
import { select } from './select.ts';

type Listed = ResponseOf<typeof contract.listExports>;
type Export = Listed['exports'][number];
type Instants = 'askedAt' | 'expiresAt' | 'tryAt';

/** The reader's own exports, all of them for stewards, and the nodes the reader may ask one of. */
export async function exportsOf(db: ReadDb): Promise<Listed> {
  const rows = await select<Omit<Export, Instants> & { askedAt: Date; expiresAt: Date | null; tryAt: Date | null }>(
    db,
    sql`select * from ops.list_exports()`,
  );
  return {
    units: await select(db, sql`select * from ops.list_research_units()`),
    exports: rows.map(({ askedAt, expiresAt, tryAt, ...row }) => ({
      ...row,
      askedAt: askedAt.toISOString(),
      expiresAt: expiresAt?.toISOString() ?? null,
      tryAt: tryAt?.toISOString() ?? null,
    })),
  };
}

/** Null: the reader is no researcher there. */
export async function askExport(db: Db, asked: BodyOf<typeof contract.askExport>): Promise<number | null> {
  const { unitId, contents, format, minLearners, purpose } = asked;
  const { rows } = await sql<{ asked: number | null }>`
    select ops.ask_export(
      ${unitId}, ${[...new Set(contents)].sort()}::text[], ${format}, ${minLearners}::smallint, ${purpose}) as asked`.execute(
    db,
  );
  return rows[0]!.asked;
}

export type Decided = 'done' | 'not_waiting' | 'own' | 'no_researcher' | 'no_end';

/** A day's end is the next midnight, UTC. */
export async function decideExport(
  db: Db,
  exportId: number,
  word: BodyOf<typeof contract.decideExport>,
): Promise<Decided> {
  const until = word.decision === 'approve' ? new Date(Date.parse(`${word.until}T00:00:00Z`) + 86_400_000) : null;
  const { rows } = await sql<{ decided: Decided }>`
    select ops.decide_export(${exportId}, ${word.decision}, ${until}, ${word.remark ?? null}) as decided`.execute(db);
  return rows[0]!.decided;
}

/** False: there is none to end, or it is not the reader's. */
export async function endExport(db: Db, exportId: number): Promise<boolean> {
  const { rows } = await sql<{ ended: boolean }>`select ops.end_export(${exportId}) as ended`.execute(db);
  return rows[0]!.ended;
}

export type Opened = 'open' | 'none' | 'not_made' | 'over' | 'no_researcher';

/** Whether the reader may have a file now, and in which folder it lies; that they took it is logged. */
export async function openExport(
  db: Db,
  exportId: number,
  name: string,
): Promise<{ opened: Opened; folder: string | undefined }> {
  const { rows } = await sql<{ opened: Opened }>`select ops.open_export(${exportId}, ${name}) as opened`.execute(db);
  const found = await db.selectFrom('ops.export').select('folder').where('exportId', '=', exportId).executeTakeFirst();
  return { opened: rows[0]!.opened, folder: found?.folder ?? undefined };
}
