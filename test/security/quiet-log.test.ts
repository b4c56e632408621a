import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { freshDatabase, type FreshDatabase } from '../support/database.ts';
import { kith, listen, rowsOf, startKith } from '../support/kith-command.ts';
import { signIn } from '../support/served.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** Everything a server and the commands beside it log while a course is loaded, computed and looked at: nobody's name. */
const people = Array.from({ length: 12 }, (_, index) => ({
  key: `p${String(index)}`,
  name: `Zephyrine Quillfeather-${String(index)}`,
  email: `zq${String(index)}@quillfeather.example`,
}));

let database: FreshDatabase;
let remove: () => Promise<void>;
let up: ChildProcess;
let said = '';

beforeAll(async () => {
  database = await freshDatabase();
  const temporary = await temporaryFolder();
  remove = temporary.remove;
  const env = { KITH_LOG: 'trace' };
  const options = { database: database.ownerUrl, env };
  up = startKith(['up', '--port', '0', '--verbose'], options);
  const heard = listen(up);
  const address = (): unknown => rowsOf(heard().out).find((row) => typeof row.url === 'string')?.url;
  while (address() === undefined) await sleep(100);
  const url = String(address());
  const [made] = (
    await kith(['init', '--title', 'U', '--timezone', 'UTC', '--admin-email', people[0]!.email], {
      ...options,
      env: { ...env, KITH_URL: url },
    })
  ).rows;
  const file = path.join(temporary.folder, 'course.ndjson');
  const day = (n: number): string => new Date(Date.UTC(2026, 0, 5 + n, 9)).toISOString();
  const records = [
    { type: 'course', key: 'c', title: 'Course', startsOn: '2026-01-05', endsOn: '2026-02-01', timezone: 'UTC' },
    ...people.flatMap(({ key, name, email }, index) => [
      { type: 'person', key, displayName: name, claims: [{ scheme: 'email', value: email }] },
      { type: 'enrolment', key: `${key} in c`, course: 'c', person: key, role: index === 0 ? 'teacher' : 'learner' },
      { type: 'post', key: `${key} says`, course: 'c', thread: 't', author: key, createdAt: day(index) },
      { type: 'post', key: `${key} too late`, course: 'c', thread: 't', author: key, createdAt: 'never' },
    ]),
  ];
  await writeFile(file, records.map((record) => `${JSON.stringify(record)}\n`).join(''));
  const load = await kith(['ingest', 'native', file], options);
  // Held back, since a quarter of its rows is wrong: what is refused is logged least of all.
  const accepted = await kith(['runs', 'accept', '1'], options);
  const compute = await kith(['compute', '--all'], options);
  const cookie = (await signIn(String(made?.link))) ?? '';
  for (const page of [
    '/',
    '/monday',
    '/courses/1',
    '/courses/1/people/1',
    '/data',
    `/access-log?learner=${people[3]!.email}`,
  ]) {
    await fetch(new URL(page, url), { headers: { cookie } });
  }
  await fetch(new URL('/api/v1/sign-in/password', url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-kith': '1' },
    body: JSON.stringify({ email: people[1]!.email, password: 'the wrong one of Zephyrine' }),
  });
  await sleep(500);
  said = [heard().out, heard().err, load.err, load.out, accepted.err, accepted.out, compute.err, compute.out].join(
    '\n',
  );
}, 240_000);
afterAll(async () => {
  up.kill('SIGINT');
  await once(up, 'close');
  await database.drop();
  await remove();
});

test('the course was loaded and the pages were asked for', async () => {
  const named = await database.owner.selectFrom('identity.person').select('displayName').execute();
  expect(named.filter(({ displayName }) => displayName?.startsWith('Zephyrine')).length).toBe(people.length);
  expect(said).toMatch(/"url":"\/api\/v1\/monday"|\/api\/v1\/courses|route/);
});

test('no name, no address, no password stands in what was logged', () => {
  expect(said).not.toMatch(/Zephyrine|Quillfeather|quillfeather/);
});
