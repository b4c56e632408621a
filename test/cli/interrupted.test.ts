import { mkdirSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { freshDatabase, type FreshDatabase } from '../support/database.ts';
import { kith, listen, startKith } from '../support/kith-command.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** The database goes away, or the person stops, half way through a load: nothing is visible, and the same command goes on. */
let database: FreshDatabase;
let folder: string;
const total = 150_000;
const day = (at: number) => `2026-03-${String(2 + (at % 28)).padStart(2, '0')}`;

beforeAll(async () => {
  database = await freshDatabase();
  ({ folder } = await temporaryFolder());
  await kith(['init', '--title', 'U', '--timezone', 'UTC', '--admin-email', 'it@u.example'], {
    database: database.ownerUrl,
  });
  for (const name of ['gone', 'stopped']) {
    mkdirSync(path.join(folder, name));
    const lines = Array.from({ length: total }, (_, at) => `${name}${at},p${at % 50},viewed,cs1,${day(at)}T10:00:00Z`);
    writeFileSync(
      path.join(folder, name, 'activity.csv'),
      `event_id,person_id,verb,course_id,at\n${lines.join('\n')}\n`,
    );
  }
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await database.drop();
});

const words = (name: string) => ['ingest', 'native', path.join(folder, name), '--source', name, '--no-compute'];

const visible = async () =>
  (await sql<{ n: number }>`select count(*)::int as n from core.activity`.execute(database.owner)).rows[0]?.n;

/** Starts the load and waits until a part of it is staged. */
async function halfWay(name: string) {
  const child = startKith(words(name), { database: database.ownerUrl });
  const said = listen(child);
  const closed = once(child, 'close') as Promise<[number | null]>;
  for (let waited = 0; ; waited += 20) {
    const { rows } = await sql<{ position: number }>`
      select r.position from ops.run as r
      join ops.source as s on s.institution_id = r.institution_id and s.source_id = r.source_id
      where s.name = ${name} and r.state = 'loading'`.execute(database.owner);
    if ((rows[0]?.position ?? 0) > 0) break;
    if (waited > 20_000) throw new Error(`The load never began: ${said().err}`);
    await sleep(20);
  }
  return { child, said, closed };
}

test('the database goes away half way', async () => {
  const before = await visible();
  const { said, closed } = await halfWay('gone');
  await sql`
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = ${database.name} and application_name = 'kith command'`.execute(database.owner);
  const [code] = await closed;
  expect(code).toBe(1);
  expect(said().out).toBe('');
  expect(said().err).toContain('The connection to the database was lost.');
  expect(said().err).toContain(
    'Nothing of this load is visible. Run the same command again: it goes on where it stopped.',
  );
  expect(said().err).not.toMatch(/\n\s+at /);
  expect(await visible()).toBe(before);

  const again = await kith(words('gone'), { database: database.ownerUrl });
  expect(again.rows[0]).toMatchObject({ state: 'visible', resumed: true, read: total, new: total, rejected: 0 });
  expect(await visible()).toBe((before ?? 0) + total);
});

test('Ctrl-C half way', async () => {
  const before = await visible();
  const { child, said, closed } = await halfWay('stopped');
  child.kill('SIGINT');
  const [code] = await closed;
  expect(code).toBe(130);
  expect(said()).toMatchObject({ out: '', err: expect.stringContaining('Stopped.') as string });
  expect(await visible()).toBe(before);
  const again = await kith(words('stopped'), { database: database.ownerUrl });
  expect(again.rows[0]).toMatchObject({ state: 'visible', resumed: true, read: total, new: total });
});
