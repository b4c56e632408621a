import type { Db } from '@kith/sql/connect.ts';

import { shakeGround } from '../load/ground.ts';
import { lockMerge } from '../load/lock-merge.ts';
import { counted } from './counted.ts';
import { retentionClasses } from './retention-classes.ts';

export interface RetentionLine {
  readonly class: string;
  readonly title: string;
  readonly days: number;
  readonly since: string;
  /** What the institution said, not the default. */
  readonly chosen: boolean;
}

/** How long each class of data is kept. */
export async function retentionOf(db: Db, institutionId: number): Promise<RetentionLine[]> {
  const rows = await db
    .selectFrom('ops.retention')
    .select(['class', 'days'])
    .where('institutionId', '=', institutionId)
    .execute();
  const chosen = new Map(rows.map((row) => [row.class, row.days]));
  return retentionClasses.map(({ name, title, since, usual }) => ({
    class: name,
    title,
    days: chosen.get(name) ?? usual,
    since,
    chosen: chosen.has(name),
  }));
}

/** Says how long a class is kept; undefined days: the default again. Throws where there is no such class. */
export async function keepFor(
  db: Db,
  institutionId: number,
  name: string,
  days: number | undefined,
  at: Date,
): Promise<void> {
  if (!retentionClasses.some((each) => each.name === name)) throw new Error(`There is no class of data "${name}".`);
  if (days === undefined) {
    await db.deleteFrom('ops.retention').where('institutionId', '=', institutionId).where('class', '=', name).execute();
    return;
  }
  await db
    .insertInto('ops.retention')
    .values({ institutionId, class: name, days, changedAt: at })
    .onConflict((conflict) =>
      conflict.columns(['institutionId', 'class']).doUpdateSet({
        days: (set) => set.ref('excluded.days'),
        changedAt: (set) => set.ref('excluded.changedAt'),
      }),
    )
    .execute();
}

export interface Removed {
  readonly class: string;
  readonly days: number;
  readonly before: string;
  readonly rows: Readonly<Record<string, number>>;
}

/** Removes what is too old, class by class; with `dryRun` it is counted and kept. The same twice removes nothing more. */
export async function applyRetention(
  db: Db,
  { institutionId, at, dryRun }: { institutionId: number; at: Date; dryRun: boolean },
): Promise<Removed[]> {
  const lines = await retentionOf(db, institutionId);
  return counted(db, dryRun, async (tx) => {
    await lockMerge(tx, institutionId);
    const removed: Removed[] = [];
    for (const { name, remove } of retentionClasses) {
      const { days } = lines.find((line) => line.class === name)!;
      const before = new Date(at.getTime() - days * 86_400_000);
      const rows = Object.entries(await remove(tx, institutionId, before)).filter(([, count]) => count > 0);
      removed.push({ class: name, days, before: before.toISOString(), rows: Object.fromEntries(rows) });
    }
    if (removed.some(({ rows }) => Object.keys(rows).length > 0)) await shakeGround(tx, institutionId);
    return removed;
  });
}
