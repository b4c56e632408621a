import type { Db } from '@kith/sql/connect.ts';

import { readSource } from '../load/source.ts';

/** A source that Kith goes to only when somebody loads it. */
export class NoSchedule extends Error {
  readonly hint =
    'kith source list says which sources run by themselves; kith source watch and kith pull set add them.';

  constructor(source: string) {
    super(`Nothing of "${source}" runs by itself.`);
    this.name = 'NoSchedule';
  }
}

/** The source of that name. Throws NoSuchSource, {@link NoSchedule}. */
export async function scheduledSource(db: Db, institutionId: number, name: string): Promise<number> {
  const { sourceId } = await readSource(db, institutionId, name);
  const found = await db
    .selectFrom('ops.schedule')
    .select('sourceId')
    .where('institutionId', '=', institutionId)
    .where('sourceId', '=', sourceId)
    .executeTakeFirst();
  if (!found) throw new NoSchedule(name);
  return sourceId;
}

export async function pauseSource(db: Db, institutionId: number, sourceId: number, paused: boolean): Promise<void> {
  await db
    .updateTable('ops.schedule')
    .set({ paused })
    .where('institutionId', '=', institutionId)
    .where('sourceId', '=', sourceId)
    .execute();
}

/** Kith goes there no more, and forgets where it was and the secret. What it loaded stays. */
export async function removeSchedule(db: Db, institutionId: number, sourceId: number): Promise<void> {
  await db.transaction().execute(async (tx) => {
    for (const table of ['ops.watchedFolder', 'ops.pull', 'ops.schedule'] as const) {
      await tx.deleteFrom(table).where('institutionId', '=', institutionId).where('sourceId', '=', sourceId).execute();
    }
  });
}
