import { afterAll, beforeAll, expect, test } from 'vitest';

import { freshDatabase, type FreshDatabase } from '../support/database.ts';
import { kith, type Said } from '../support/kith-command.ts';

/** An institution's first hour, by commands alone, each a process of its own. */
let database: FreshDatabase;
const run = (...words: string[]): Promise<Said> => kith(words, { database: database.ownerUrl });

beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

test('before init every command says what comes first', async () => {
  const said = await run('course', 'list');
  expect(said).toMatchObject({ code: 1, out: '' });
  expect(said.err).toContain('There is no institution yet.');
  expect(said.err).toContain('kith init');
});

test('init makes the institution, its first administrator and a link that works', async () => {
  const words = [
    '--title',
    'Northlea University',
    '--timezone',
    'Europe/London',
    '--admin-email',
    'It@northlea.example',
  ];
  const said = await run('init', ...words);
  expect(said.code).toBe(0);
  const [made] = said.rows;
  expect(made).toMatchObject({ institution: 'northlea-university', admin: 'it@northlea.example' });
  expect(made?.link).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/sign-in\?token=[\w-]{43}$/);
  const again = await run('init', ...words);
  expect(again.code).toBe(1);
  expect(again.err).toContain('There is an institution "northlea-university" already.');
  const users = await run('user', 'list');
  expect(users.rows).toMatchObject([{ email: 'it@northlea.example', roles: ['admin'] }]);
});

test('units and terms, with a tree that is checked', async () => {
  expect((await run('unit', 'add', 'env', '--title', 'Environment', '--parent', 'sci')).err).toContain(
    'There is no unit "sci".',
  );
  await run('unit', 'add', 'sci', '--kind', 'faculty', '--title', 'Science');
  await run('unit', 'add', 'env', '--title', 'Environment', '--parent', 'sci');
  const tree = await run('unit', 'list');
  expect(tree.rows.map(({ key, depth }) => [key, depth])).toEqual([
    ['sci', 0],
    ['env', 1],
  ]);
  const bad = await run('term', 'add', 'a26', '--title', 'Autumn', '--start', '2026-09-31', '--end', '2026-12-18');
  expect(bad).toMatchObject({ code: 2, out: '' });
  expect(bad.err).toContain('--start is not a day: 2026-09-31.');
  const term = await run('term', 'add', 'a26', '--title', 'Autumn', '--start', '2026-09-14', '--end', '2026-12-18');
  expect(term).toMatchObject({ code: 0, rows: [{ key: 'a26', startsOn: '2026-09-14' }] });
});

test('a course by hand: dates, zone, place and staff, and its weeks are queued', async () => {
  const made = await run('course', 'add', 'ENV101', '--title', 'Soils', '--unit', 'env', '--term', 'a26');
  expect(made.rows).toMatchObject([{ title: 'Soils', unit: 'env', term: 'a26', datesBasis: 'unknown', stale: false }]);
  await run('user', 'add', 'ana@northlea.example', '--name', 'Ana Ruiz');
  const set = await run(
    ...[
      'course',
      'set',
      'ENV101',
      '--start',
      '2026-09-14',
      '--timezone',
      'Europe/London',
      '--staff',
      'ana@northlea.example',
    ],
  );
  expect(set.rows).toMatchObject([
    { startsOn: '2026-09-14', datesBasis: 'set', staff: 1, stale: true, markedAsStaff: 1 },
  ]);
  const users = await run('user', 'list');
  expect(users.rows.find(({ email }) => email === 'ana@northlea.example')).toMatchObject({
    roles: ['instructor'],
    courses: 1,
  });
  expect((await run('course', 'set', 'ENV101', '--end', '2026-09-01')).err).toContain('before it starts on 2026-09-14');
  expect((await run('course', 'set', 'ENV999', '--end', '2026-09-01')).err).toContain(
    'There is no one course "ENV999".',
  );
});

test('a grant reaches the courses below it, and ends', async () => {
  await run('user', 'add', 'lea@northlea.example', '--name', 'Lea');
  const given = await run('grant', 'add', 'lea@northlea.example', 'lead', '--unit', 'sci');
  expect(given.rows).toMatchObject([{ role: 'lead', place: 'Science' }]);
  const courses = async () => (await run('user', 'list')).rows.find(({ name }) => name === 'Lea')?.courses;
  expect(await courses()).toBe(1);
  const ended = await run('grant', 'end', String(given.rows[0]?.grantId));
  expect(ended.code).toBe(0);
  expect(await courses()).toBe(0);
  expect((await run('grant', 'end', String(given.rows[0]?.grantId))).code).toBe(1);
  expect((await run('grant', 'add', 'lea@northlea.example', 'leed')).err).toContain('Did you mean lead?');
  expect((await run('grant', 'add', 'nobody@northlea.example', 'lead')).err).toContain(
    'kith user add nobody@northlea.example',
  );
});

test('sources and their settings', async () => {
  const made = await run(
    'source',
    'add',
    'moodle',
    'xapi',
    '--no-titles',
    '--link-template',
    'https://m.example/?p={key}',
  );
  expect(made.rows).toMatchObject([
    { name: 'moodle', settings: { titles: false, linkTemplate: 'https://m.example/?p={key}' } },
  ]);
  const set = await run(
    'source',
    'set',
    'moodle',
    '--set',
    'titles=true',
    '--set',
    'linkTemplate=null',
    '--timezone',
    'Europe/Paris',
  );
  expect(set.rows).toMatchObject([{ timezone: 'Europe/Paris', settings: { titles: true } }]);
  expect((await run('source', 'set', 'moodle', '--set', 'titles=perhaps')).err).toContain(
    'The setting "titles" cannot be that',
  );
  expect((await run('source', 'add', 'x', 'xapy')).err).toContain('Did you mean xapi?');
  expect((await run('course', 'alias', 'ENV101', 'moodle', '4711')).rows).toMatchObject([
    { source: 'moodle', key: '4711' },
  ]);
});
