import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';

import type { RunReport } from '@kith/etl/load/request.ts';
import { randomOf } from '@kith/etl/simulate/random.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { dump } from '../load/dump.ts';
import { institution } from '../load/given.ts';
import { freshDatabase, type FreshDatabase } from '../support/database.ts';
import { loadFiles } from '../support/load-files.ts';
import { referenceData, withoutReferenceData } from '../support/reference-data.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const original = referenceData('ralph-xapi', 'statements.json.gz');
const unchanged = { state: 'visible', read: 22_000, new: 0, changed: 0, unchanged: 22_000, skipped: 0, rejected: 0 };

describe.skipIf(!original)(`22,000 real xAPI statements${original ? '' : `. ${withoutReferenceData}`}`, () => {
  let database: FreshDatabase;
  let folder: string;
  let removeFolder: () => Promise<void>;
  let [one, other]: [number, number] = [0, 0];

  beforeAll(async () => {
    database = await freshDatabase();
    ({ folder, remove: removeFolder } = await temporaryFolder());
    [one, other] = [await withSecret(database), await withSecret(database)];
  });
  afterAll(async () => {
    await removeFolder();
    await database.drop();
  });

  test('as they come: every statement is new', async () => {
    expect(await loadInto(one, [original!])).toMatchObject({ ...unchanged, new: 22_000, unchanged: 0 });
    const { rows } = await sql`
      select (select count(*) from core.person where institution_id = ${one}) as people,
        (select count(*) from core.activity where institution_id = ${one}) as activities,
        (select count(*) from core.course where institution_id = ${one} and kind = 'course') as courses`.execute(
      database.owner,
    );
    expect(rows).toEqual([{ people: 1452, activities: 22_000, courses: 2 }]);
  });

  test('shuffled and in three files, in three further orders: the same tables, and every repetition is unchanged', async () => {
    const before = await checksums(one);
    const [a, b, c] = await inThreeFiles('once more', true);
    expect(await loadInto(one, [c!, a!, b!]), 'second load').toMatchObject(unchanged);
    expect(await loadInto(one, await inThreeFiles('and again', false)), 'third load').toMatchObject(unchanged);
    expect(await checksums(one), 'after the repetitions').toEqual(before);

    const parts: RunReport[] = [];
    for (const file of [b!, c!, a!]) parts.push(await loadInto(other, [file]));
    expect(parts.map(({ state }) => state)).toEqual(['visible', 'visible', 'visible']);
    expect(parts.reduce((sum, part) => sum + part.new, 0)).toBe(22_000);
    expect(await checksums(other), 'another order from the start').toEqual(before);
  });

  const loadInto = (institutionId: number, paths: readonly string[]): Promise<RunReport> =>
    loadFiles(database.db, institutionId, { connector: 'xapi', paths, mode: 'event' });

  /** The lines in another order, in files of unlike length. */
  async function inThreeFiles(order: string, packed: boolean): Promise<string[]> {
    const lines = gunzipSync(await readFile(original!))
      .toString('utf8')
      .trimEnd()
      .split('\n');
    const shuffled = randomOf(22_000, order).shuffled(lines);
    const cuts = [0, 3_000, 11_500, lines.length];
    return Promise.all(
      cuts.slice(1).map(async (end, index) => {
        const text = shuffled.slice(cuts[index], end).join('\n') + '\n';
        const zipped = packed && index !== 1;
        const file = path.join(folder, `${order} ${String(index)}.ndjson${zipped ? '.gz' : ''}`);
        await writeFile(file, zipped ? gzipSync(text) : text);
        return file;
      }),
    );
  }

  async function checksums(institutionId: number): Promise<Record<string, string>> {
    const tables = Object.entries(await dump(database.owner, institutionId));
    expect(tables.find(([name]) => name === 'activity')![1]).toHaveLength(22_000);
    return Object.fromEntries(
      tables.map(([name, rows]) => [name, createHash('sha256').update(rows.join('\n')).digest('hex')]),
    );
  }
});

/** Two institutions of one secret have equal digests of equal keys. */
async function withSecret({ db }: FreshDatabase): Promise<number> {
  const institutionId = await institution(db);
  const secret = Buffer.alloc(32, 7);
  await db.insertInto('identity.secret').values({ institutionId, purpose: 'record_key', secret }).execute();
  return institutionId;
}
