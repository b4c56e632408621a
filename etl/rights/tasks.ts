import type { Db } from '@kith/sql/connect.ts';
import { sql } from 'kysely';

import { erasePerson } from './erase.ts';
import { searchFiles, searchInbox } from './files.ts';
import { withoutWords } from './known-as.ts';
import { applyRetention } from './retention.ts';

interface Task {
  readonly taskId: number;
  readonly kind: 'erasure' | 'retention';
  readonly personId: number | null;
  readonly state: 'to_count' | 'to_do';
}

/** Where files may name whoever is erased. */
export interface FilePlaces {
  /** Kith's own folder; undefined: nothing is searched there. */
  readonly folder?: string | undefined;
  /** KITH_INBOX; undefined: there is none. */
  readonly inbox?: string | undefined;
}

/**
 * Does what stewards asked for on their page, oldest first: counts what is new, and does what was confirmed. A task that
 * fails says so on the page and holds up no other.
 */
export async function doRightsTasks(db: Db, institutionId: number, places: FilePlaces = {}): Promise<void> {
  const { rows: tasks } = await sql<Task>`
    select task_id, kind, person_id, state from ops.rights_task
    where institution_id = ${institutionId} and state in ('to_count', 'to_do')
    order by task_id`.execute(db);
  for (const task of tasks) {
    try {
      await doTask(db, institutionId, task, places);
    } catch (error) {
      await sql`
        update ops.rights_task set state = 'failed', finished_at = now(), preview = null,
          message = ${error instanceof Error ? error.name : 'unknown'}
        where institution_id = ${institutionId} and task_id = ${task.taskId}`.execute(db);
    }
  }
}

async function doTask(db: Db, institutionId: number, task: Task, places: FilePlaces): Promise<void> {
  const dryRun = task.state === 'to_count';
  const report =
    task.kind === 'retention'
      ? { classes: await applyRetention(db, { institutionId, at: new Date(), dryRun }) }
      : await erasure(db, institutionId, task.personId, dryRun, places);
  const said = JSON.stringify(report);
  await (
    dryRun
      ? sql`update ops.rights_task set state = 'counted', preview = ${said}::jsonb
        where institution_id = ${institutionId} and task_id = ${task.taskId} and state = 'to_count'`
      : sql`update ops.rights_task set state = 'done', finished_at = now(), preview = null, receipt = ${said}::jsonb
        where institution_id = ${institutionId} and task_id = ${task.taskId}`
  ).execute(db);
}

async function erasure(
  db: Db,
  institutionId: number,
  personId: number | null,
  dryRun: boolean,
  { folder, inbox }: FilePlaces,
) {
  if (personId === null) throw new Error('Whom it was about is gone already.');
  const { words, ...counted } = await erasePerson(db, { institutionId, personId, dryRun });
  const { key } = await db
    .selectFrom('core.institution')
    .select('key')
    .where('institutionId', '=', institutionId)
    .executeTakeFirstOrThrow();
  const files = [
    ...(folder === undefined ? [] : await searchFiles(folder, words, { dryRun })),
    ...(await searchInbox(inbox, key, words)),
  ];
  // The receipt stays, and the name of a file may be theirs.
  return { ...counted, files: dryRun ? files : files.map((one) => ({ ...one, file: withoutWords(one.file, words) })) };
}

/** Removes what is too old everywhere, as every week, and leaves a receipt where anything went. */
export async function keepRetention(db: Db, at: Date): Promise<void> {
  for (const { institutionId } of await db.selectFrom('core.institution').select('institutionId').execute()) {
    const classes = await applyRetention(db, { institutionId, at, dryRun: false });
    if (classes.every(({ rows }) => Object.keys(rows).length === 0)) continue;
    await db
      .insertInto('ops.rightsTask')
      .values({
        institutionId,
        kind: 'retention',
        state: 'done',
        askedAt: at,
        finishedAt: at,
        receipt: JSON.stringify({ classes }),
      })
      .execute();
  }
}
