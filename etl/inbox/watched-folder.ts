import { sql } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';

import type { DateOrder } from '../connector.ts';
import { ensureSource } from '../load/source.ts';
import { ensureSchedule, type When } from '../schedule/when.ts';

/** A folder of the inbox whose files are taken into a source. */
export interface WatchedFolder {
  readonly institutionId: number;
  /** Short name of the institution: its part of the inbox. */
  readonly institution: string;
  readonly sourceId: number;
  readonly source: string;
  /** Its name in that part; never a path. */
  readonly folder: string;
  /** What reads its files; null: whatever recognises them. */
  readonly connector: string | null;
  /** Course of files that name none. */
  readonly courseId: number | null;
  /** How its files write dates that could be read two ways; null: such a file is refused. */
  readonly dateOrder: DateOrder | null;
}

/** Undefined: the source is no watched folder. */
export async function watchedFolder(
  db: Db,
  institutionId: number,
  sourceId: number,
): Promise<WatchedFolder | undefined> {
  const { rows } = await sql<WatchedFolder>`
    select f.institution_id, i.key as institution, f.source_id, s.name as source, f.folder, f.connector, f.course_id,
      f.date_order
    from ops.watched_folder as f
      join core.institution as i on i.institution_id = f.institution_id
      join ops.source as s on s.institution_id = f.institution_id and s.source_id = f.source_id
    where f.institution_id = ${institutionId} and f.source_id = ${sourceId}`.execute(db);
  return rows[0];
}

/** A folder that another source takes, or a source that takes something else. */
export class AlreadyWatched extends Error {
  readonly hint = 'kith source remove ends what it does now; what was loaded stays.';

  constructor(message: string) {
    super(message);
    this.name = 'AlreadyWatched';
  }
}

export interface ToWatch extends Pick<WatchedFolder, 'source' | 'folder' | 'connector' | 'courseId'> {
  readonly dateOrder?: DateOrder | null;
  readonly when: When;
}

/** Has a folder of the inbox taken into a source, which is made where there is none. Throws {@link AlreadyWatched}. */
export async function watchFolder(
  db: Db,
  institutionId: number,
  { source, folder, connector, courseId, dateOrder = null, when }: ToWatch,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const sourceId = await ensureSource(tx, institutionId, { name: source, connector: connector ?? 'auto' });
    const others = await tx
      .selectFrom('ops.schedule')
      .select('sourceId')
      .where('institutionId', '=', institutionId)
      .where('sourceId', '=', sourceId)
      .execute();
    if (others.length > 0) throw new AlreadyWatched(`"${source}" runs by itself already.`);
    const made = await tx
      .insertInto('ops.watchedFolder')
      .values({ institutionId, sourceId, folder, connector, courseId, dateOrder })
      .onConflict((conflict) => conflict.doNothing())
      .returning('sourceId')
      .execute();
    if (made.length === 0) throw new AlreadyWatched(`Another source takes the folder "${folder}".`);
    await ensureSchedule(tx, institutionId, sourceId, when);
  });
}

/** Says in which order the files of a watched folder write dates; null: as each file tells. False: it is none. */
export async function setDateOrder(
  db: Db,
  institutionId: number,
  sourceId: number,
  dateOrder: DateOrder | null,
): Promise<boolean> {
  const changed = await db
    .updateTable('ops.watchedFolder')
    .set({ dateOrder })
    .where('institutionId', '=', institutionId)
    .where('sourceId', '=', sourceId)
    .returning('sourceId')
    .execute();
  return changed.length > 0;
}
