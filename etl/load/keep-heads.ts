import type { Db } from '@kith/sql/connect.ts';
import { sql } from 'kysely';

import type { SourceInput } from '../connector.ts';
import { headText } from '../formats/encoding.ts';
import { head } from '../formats/source.ts';
import type { OpenRun } from './run.ts';

/** Longest first line that is kept, in characters. */
const longest = 20_000;

/** Names of columns. A line with a time, a number or an address is somebody's row, of which nothing is kept here. */
const isHeader = (line: string): boolean => /[,;\t]/.test(line) && !/\d\d|@|\0/.test(line);

/** Keeps the first line of every file of which rows were refused, so that mended rows can be read under it. */
export async function keepHeads(db: Db, { institutionId, runId }: OpenRun, input: SourceInput): Promise<void> {
  const refused = await db
    .selectFrom('ops.reject')
    .select('file')
    .distinct()
    .where('institutionId', '=', institutionId)
    .where('runId', '=', runId)
    .execute();
  const names = new Set(refused.map(({ file }) => file));
  for (const file of input.files.filter(({ name }) => names.has(name))) {
    const line = headText(await head(file))
      .replace(/^\ufeff/, '')
      .split(/\r\n|\r|\n/, 1)[0]!;
    if (line.length > longest || !isHeader(line)) continue;
    await sql`
      insert into ops.reject_head (institution_id, run_id, file, head)
      values (${institutionId}, ${runId}, ${file.name}, ${line})
      on conflict (institution_id, run_id, file) do nothing`.execute(db);
  }
}
