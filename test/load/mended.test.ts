import { writeFile } from 'node:fs/promises';
import path from 'node:path';

import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { freshDatabase, type FreshDatabase } from '../support/database.ts';
import { kith } from '../support/kith-command.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

let database: FreshDatabase;
let temporary: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => {
  database = await freshDatabase();
  temporary = await temporaryFolder();
  await run('init', '--title', 'U', '--timezone', 'UTC', '--admin-email', 'it@u.example');
});
afterAll(async () => {
  await temporary.remove();
  await database.drop();
});
const run = (...words: string[]) => kith(words, { database: database.ownerUrl });
const at = (name: string) => path.join(temporary.folder, name);
const count = async (): Promise<number> =>
  (await sql<{ n: number }>`select count(*)::int as n from core.activity`.execute(database.owner)).rows[0]!.n;

const head = 'event_id,person_id,verb,course_id,at';
const row = (no: number, when: string) => `e${no},p${no % 5},viewed,c1,${when}`;

test(
  'only the mended rows load, what is still wrong stays refused, and the list says so',
  { timeout: 240_000 },
  async () => {
    const good = Array.from({ length: 200 }, (_, no) => row(no, '2026-03-02T10:00:00Z'));
    const bad = [row(201, 'yesterday'), row(202, '=1+1'), row(203, 'soon')];
    await writeFile(at('activity.csv'), [head, ...good, ...bad].join('\n'));
    const first = await run('ingest', 'native', at('activity.csv'), '--no-compute');
    expect(first.rows[0]).toMatchObject({ state: 'visible', rejected: 3 });
    const loaded = String(first.rows[0]!.run);

    const list = await run('rejects', loaded, '--csv');
    // One mended, one changed but wrong again, one left as it was.
    const mended = list.out.replace('yesterday', '2026-03-03T10:00:00Z').replace('=1+1', 'the day after');
    await writeFile(at('refused.csv'), mended);
    const again = await run('rejects', loaded, '--mended', at('refused.csv'));
    expect(again.rows[0]).toMatchObject({ read: 2, new: 1, rejected: 1 });
    expect(await count()).toBe(201);
    const { rows } = await sql<{ no: number; took: number | null; mended: string | null }>`
    select reject_no as no, mended_run_id as took, mended from ops.reject where run_id = ${Number(loaded)} order by 1`.execute(
      database.owner,
    );
    const second = Number(again.rows[0]!.run);
    expect(rows).toEqual([
      { no: 1, took: second, mended: null },
      { no: 2, took: null, mended: null },
      { no: 3, took: null, mended: null },
    ]);
    // The same list again brings only what is still open and changed.
    const third = await run('rejects', loaded, '--mended', at('refused.csv'));
    expect(third.rows[0]).toMatchObject({ read: 1, rejected: 1 });
  },
);

test('a list of another load, or no list, is refused in words', { timeout: 240_000 }, async () => {
  await writeFile(at('other.csv'), 'load,no,file,line,code,field,message,raw\n999,1,f,1,C,,m,x\n');
  expect((await run('rejects', '1', '--mended', at('other.csv'))).err).toContain('is of load 999, not of load 1');
  await writeFile(at('no.csv'), 'a,b\n1,2\n');
  expect((await run('rejects', '1', '--mended', at('no.csv'))).err).toContain('no list of refused rows');
});

test('records that were refused for what they say come back as records', { timeout: 240_000 }, async () => {
  const lines = [
    ...Array.from({ length: 5 }, (_, no) => ({ type: 'person', key: `p${no}` })),
    { type: 'person', key: 'late', kind: 'humn' },
  ];
  await writeFile(at('people.ndjson'), lines.map((line) => JSON.stringify(line)).join('\n'));
  const first = await run('ingest', 'native', at('people.ndjson'), '--no-compute');
  const loaded = String(first.rows[0]!.run);
  const list = await run('rejects', loaded, '--csv');
  await writeFile(at('people-refused.csv'), list.out.replace('humn', 'human'));
  const again = await run('rejects', loaded, '--mended', at('people-refused.csv'));
  expect(again.rows[0]).toMatchObject({ state: 'visible', new: 1, rejected: 0 });
});
