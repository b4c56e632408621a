import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { runFolder } from '@kith/etl/schedule/run-source.ts';
import { watchFolder, type ToWatch } from '@kith/etl/inbox/watched-folder.ts';
import type { FreshDatabase } from '../support/database.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** Posts of a Moodle forum, as an export has them: four people, two courses' worth of threads. */
export const posts = path.resolve(import.meta.dirname, '../fixtures/connectors/moodle-forum/csv/input.csv');

/** An export of many posts: long enough in the reading to be killed there. */
export async function manyPosts(rows: number): Promise<string> {
  const [head = ''] = (await readFile(posts, 'utf8')).split('\n');
  const lines = Array.from({ length: rows }, (_, n) => {
    const [id, author, at] = [1000 + n, 1 + (n % 300), 1_767_261_000 + n];
    return `${id},90,0,${author},"Person ${author}",${at},${at},0,Subject ${n},,1,0,,0,0,0,0,,12,55`;
  });
  return [head, ...lines].join('\n');
}

/** An inbox with one watched folder, and how a test speaks of it. */
export async function watchedPlace(
  { db }: FreshDatabase,
  { institutionId, key }: { readonly institutionId: number; readonly key: string },
  more: Partial<ToWatch> = {},
) {
  const { folder: root, remove } = await temporaryFolder();
  const folder = path.join(root, key, 'moodle');
  await mkdir(folder, { recursive: true });
  const when = { everyMinutes: null, dailyAt: null };
  await watchFolder(db, institutionId, {
    source: 'moodle',
    folder: 'moodle',
    connector: null,
    courseId: null,
    when,
    ...more,
  });
  const { sourceId } = await db.selectFrom('ops.schedule').select('sourceId').executeTakeFirstOrThrow();
  const below = async (name: string): Promise<string[]> =>
    (await readdir(path.join(folder, name), { withFileTypes: true, recursive: true }).catch(() => []))
      .filter((entry) => !entry.isDirectory())
      .map((entry) => entry.name)
      .toSorted();
  return {
    root,
    folder,
    sourceId,
    remove,
    drop: async (name: string, content: string | Uint8Array) => {
      await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
      await writeFile(path.join(folder, name), content);
    },
    // The time of a file has parts of a millisecond, the clock has none: what was written in this one is settled too.
    run: (settledFor = -50) => runFolder(db, { root, settledFor }, institutionId, sourceId),
    below,
    /** The words beside a file of that name. */
    async why(name: string): Promise<string> {
      const found = (await readdir(folder, { withFileTypes: true, recursive: true })).find(
        (entry) => entry.name === name,
      );
      return readFile(path.join(found!.parentPath, found!.name), 'utf8');
    },
    schedule: () => db.selectFrom('ops.schedule').selectAll().executeTakeFirstOrThrow(),
    runs: () => db.selectFrom('ops.run').select(['runId', 'state', 'connector', 'message']).orderBy('runId').execute(),
  };
}
