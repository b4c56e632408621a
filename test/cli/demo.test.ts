import { afterAll, beforeAll, expect, test } from 'vitest';

import { ask, served, signIn, type Served } from '../support/served.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** The demo on a cluster of its own, as on a bare machine, only smaller. */
let folder: string;
let remove: () => Promise<void>;
let demo: Served;
const start = () =>
  served(['demo', '--port', '0', '--students', '40', '--courses', '2', '--weeks', '4'], 4, {
    env: { KITH_DIR: `${folder}/.kith` },
  });

beforeAll(async () => {
  ({ folder, remove } = await temporaryFolder());
  demo = await start();
}, 180_000);
afterAll(async () => {
  demo.child.kill('SIGKILL');
  await remove();
});

const linkOf = (role: string) => String(demo.rows.find((row) => row.role === role)?.link);

test('it says how long each part took, and gives a link to each role', () => {
  for (const part of ['Files written', 'Files loaded', 'Weeks computed'])
    expect(demo.err()).toMatch(new RegExp(`${part} +[0-9.]+ s`));
  expect(demo.rows.map(({ role }) => role)).toEqual([
    'Instructor',
    'Programme lead',
    'Student support',
    'Data steward and admin',
    'Researcher',
  ]);
});

test('the instructor sees their courses with computed weeks; the link works again', async () => {
  const link = linkOf('Instructor');
  const [cookie, again] = [await signIn(link), await signIn(link)];
  expect(again).toBeDefined();
  const courses = (await ask(link, '/courses', cookie ?? '')) as {
    weeks: number;
    stale: boolean;
    counts: { learners: number } | null;
  }[];
  expect(courses.length).toBeGreaterThan(0);
  for (const { weeks, stale, counts } of courses) {
    expect({ weeks, stale }).toEqual({ weeks: 4, stale: false });
    expect(counts?.learners).toBeGreaterThan(0);
  }
});

test('each of the others is who the line says', async () => {
  const roles = async (role: string) => {
    const link = linkOf(role);
    const me = (await ask(link, '/me', (await signIn(link)) ?? '')) as { roles: string[] };
    return me.roles;
  };
  expect(await roles('Programme lead')).toEqual(['lead']);
  expect(await roles('Data steward and admin')).toEqual(['admin', 'steward']);
  expect(await roles('Student support')).toEqual(['support']);
  expect(await roles('Researcher')).toEqual(['researcher']);
});

test('a second start uses what is loaded', async () => {
  expect(await demo.stop()).toBe(0);
  demo = await start();
  expect(demo.err()).toContain('is loaded already');
  expect(demo.err()).not.toContain('Files loaded');
  const link = linkOf('Instructor');
  expect(await ask(link, '/courses', (await signIn(link)) ?? '')).not.toEqual([]);
  expect(await demo.stop()).toBe(0);
}, 60_000);
