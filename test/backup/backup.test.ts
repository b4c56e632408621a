import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { administer } from '@kith/sql/databases.ts';
import { startEmbedded } from '@kith/sql/embedded.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { kith } from '../support/kith-command.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** With the embedded server, as somebody has it who installed nothing else; every step a command of its own. */
let temporary: Awaited<ReturnType<typeof temporaryFolder>>;
let home: string;
let file: string;
beforeAll(async () => {
  temporary = await temporaryFolder();
  home = path.join(temporary.folder, '.kith');
  file = path.join(temporary.folder, 'kith.tar');
});
afterAll(() => temporary.remove());

const run = (...words: string[]) => kith(words, { env: { KITH_DIR: home } });
const fixtures = path.resolve(import.meta.dirname, '../fixtures/connectors');

/** Everything of every table, row by row, and where the sequences are. */
async function everything(): Promise<Record<string, unknown>> {
  const server = await startEmbedded(home);
  const url = new URL(server.url);
  url.pathname = '/kith';
  try {
    return await administer(url.href, async (client) => {
      const { rows: tables } = await client.query<{ name: string }>(`
        select format('%I.%I', table_schema, table_name) as name from information_schema.tables
        where table_type = 'BASE TABLE' and table_schema in ('identity', 'core', 'insight', 'care', 'ops', 'stage')
          and table_name <> 'migration' order by 1`);
      const found: Record<string, unknown> = {};
      for (const { name } of tables) {
        const { rows } = await client.query<{ line: string }>(`select t::text as line from ${name} as t order by 1`);
        found[name] = rows.map(({ line }) => line);
      }
      const { rows: sequences } = await client.query(
        `select sequencename, last_value from pg_sequences where schemaname <> 'jobs' order by 1`,
      );
      const { rows: rights } = await client.query(`
        select grantee, table_schema, table_name, privilege_type from information_schema.role_table_grants
        where grantee like 'kith_%' and table_schema <> 'jobs' order by 1, 2, 3, 4`);
      const { rows: policies } = await client.query(
        `select relname, relrowsecurity, relforcerowsecurity from pg_class where relkind in ('r', 'p') and relrowsecurity order by 1`,
      );
      return { ...found, sequences, rights, policies };
    });
  } finally {
    await server.stop();
  }
}

test('a lost data folder comes back from a backup, row for row', { timeout: 600_000 }, async () => {
  const init = ['--title', 'Northlea', '--timezone', 'Europe/London', '--admin-email', 'it@northlea.example'];
  expect((await run('init', ...init)).code).toBe(0);
  const forum = path.join(fixtures, 'moodle-forum/csv/input.csv');
  await run('course', 'add', 'Forum course');
  const loaded = await run('ingest', 'moodle-forum', forum, '--course', 'Forum course', '--timezone', 'Europe/London');
  expect(loaded.rows[0]).toMatchObject({ state: 'visible' });
  // One load waits for a decision: its rows are part of the backup.
  const bad = path.join(temporary.folder, 'persons.ndjson');
  const lines = Array.from({ length: 12 }, (_, i) =>
    JSON.stringify(i < 4 ? { type: 'person', key: `p${i}` } : { type: 'person', key: `q${i}`, kind: 'mistaken' }),
  );
  await writeFile(bad, lines.join('\n'));
  const red = await run('ingest', 'native', bad);
  expect(red.rows[0]).toMatchObject({ state: 'staged' });
  const before = await everything();

  const saved = await run('backup', file);
  expect(saved).toMatchObject({ code: 0, rows: [{ file }] });
  expect((await run('backup', file)).err).toContain('is there already');
  expect((await run('restore', file)).err).toContain('There is something in the database "kith" already');
  const key = await readFile(path.join(home, 'secret.key'), 'utf8').catch(() => undefined);
  expect((await readFile(file)).includes(key ?? 'no key was made')).toBe(false);

  await rm(home, { recursive: true, force: true });
  expect((await run('restore', file, '--check')).rows[0]).toMatchObject({ whole: true });
  const restored = await run('restore', file);
  expect(restored.err).not.toContain('kith:');
  expect(restored.code).toBe(0);
  expect(await everything()).toEqual(before);

  // It is alive: the waiting load can be taken, the same file changes nothing, and something new gets a new number.
  expect((await run('runs', 'accept', String(red.rows[0]!.run))).rows[0]).toMatchObject({ state: 'visible' });
  const again = await run('ingest', 'moodle-forum', forum, '--course', 'Forum course', '--timezone', 'Europe/London');
  expect(again.rows[0]).toMatchObject({ state: 'visible', new: 0, changed: 0 });
  expect(Number(again.rows[0]!.run)).toBeGreaterThan(Number(red.rows[0]!.run));
});

test('a damaged or foreign file is refused before anything is written', { timeout: 600_000 }, async () => {
  const whole = await readFile(file);
  const damaged = path.join(temporary.folder, 'damaged.tar');
  const at = whole.indexOf('tables/core.post.copy.gz') + 512 + 60;
  for (const [bytes, words] of [
    [Buffer.concat([whole.subarray(0, at), Buffer.from([whole[at]! ^ 0xff]), whole.subarray(at + 1)]), 'core.post'],
    [whole.subarray(0, whole.length - 5000), 'cut off'],
    [Buffer.from('no backup at all'.repeat(100)), 'no backup of Kith'],
  ] as const) {
    await writeFile(damaged, bytes);
    const said = await run('restore', damaged);
    expect(said.code).toBe(1);
    expect(said.err).toContain(words);
  }
});
