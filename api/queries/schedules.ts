import { sql } from 'kysely';
import type { z } from 'zod';
import type { Db, ReadDb } from '@kith/sql/connect.ts';
import { pullSecretPurpose, type SecretKey } from '@kith/sql/secret-key.ts';
import type { BodyOf } from '../contract/endpoint.ts';
import type { NewSchedule, Schedule, steerSchedule as steer } from '../contract/schedules.ts';
import { select } from './select.ts';

type Shown = z.output<typeof Schedule>;
type Said = z.output<typeof NewSchedule>;

/** Sources that run by themselves. The database refuses others than stewards. */
export async function schedules(db: ReadDb): Promise<Shown[]> {
  const rows = await select<Omit<Shown, 'nextAt' | 'triedAt'> & { nextAt: Date | null; triedAt: Date | null }>(
    db,
    sql`select * from ops.list_schedules()`,
  );
  return rows.map((row) => ({
    ...row,
    nextAt: row.nextAt?.toISOString() ?? null,
    triedAt: row.triedAt?.toISOString() ?? null,
  }));
}

/** Zone and short name of the reader's institution. */
export async function institutionHere(db: ReadDb): Promise<{ timezone: string; institution: string }> {
  const [row] = await select<{ timezone: string; institution: string }>(
    db,
    sql`
      select timezone, key as institution from core.institution
      where institution_id = nullif(current_setting('kith.institution', true), '')::bigint`,
  );
  return row!;
}

/** Undefined: the source runs by itself already, or what it is to take is another one's. */
export async function addSchedule(
  db: Db,
  said: Said,
  { institutionId, key }: { readonly institutionId: number; readonly key: SecretKey },
): Promise<number | undefined> {
  const { source, when } = said;
  const reads = said.kind === 'pull' ? 'xapi' : (said.connector ?? 'auto');
  const { rows } = await sql<{ id: number | null }>`
    select ops.schedule_source(${source}, ${reads}, ${when.everyMinutes}::integer, ${when.dailyAt}::time) as id`.execute(
    db,
  );
  const sourceId = rows[0]?.id ?? undefined;
  if (sourceId === undefined) return undefined;
  if (said.kind === 'folder') {
    const made = await sql<{ done: boolean }>`
      select ops.set_folder(${sourceId}, ${said.folder}, ${said.connector}, ${said.courseId}::bigint) as done`.execute(
      db,
    );
    if (made.rows[0]?.done !== true) return undefined;
    if (said.dateOrder !== null) await setDateOrder(db, sourceId, said.dateOrder);
    return sourceId;
  }
  const sort = said.secret === null ? 'none' : said.user === null ? 'bearer' : 'basic';
  const sealed = said.secret === null ? null : key.seal(said.secret, pullSecretPurpose(institutionId, sourceId));
  await sql`
    select ops.set_pull(
      ${sourceId}, ${said.url.replace(/\/+$/, '')}, ${sort}, ${sort === 'basic' ? said.user : null}, ${sealed}::bytea
    )`.execute(db);
  return sourceId;
}

/** False: nothing of that source runs by itself. */
export async function steerSchedule(db: Db, sourceId: number, said: BodyOf<typeof steer>): Promise<boolean> {
  if (said.deed === 'dates') return setDateOrder(db, sourceId, said.dateOrder);
  const when = said.deed === 'set' ? said.when : { everyMinutes: null, dailyAt: null };
  const { rows } = await sql<{ done: boolean }>`
    select ops.steer_source(${sourceId}, ${said.deed}, ${when.everyMinutes}::integer, ${when.dailyAt}::time) as done`.execute(
    db,
  );
  return rows[0]?.done === true;
}

/** False: the source is no watched folder. */
async function setDateOrder(db: Db, sourceId: number, order: Shown['dateOrder']): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`select ops.set_date_order(${sourceId}, ${order}) as done`.execute(db);
  return rows[0]?.done === true;
}
