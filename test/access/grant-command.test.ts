import { afterAll, beforeAll, expect, test } from 'vitest';

import { kith as command } from '../support/kith-command.ts';
import { openUniversity, type OpenUniversity } from '../support/open-university.ts';
import { addressOf } from '../support/university-facts.ts';
import type { StaffRole } from '../support/university.ts';

/** The same as on the pages, by command; what came of it is asked of the API. */
let kith: OpenUniversity;
beforeAll(async () => {
  kith = await openUniversity();
});
afterAll(() => kith.close());

const run = (...words: string[]) => command(words, { database: kith.database.ownerUrl });
const email = (who: StaffRole) => addressOf(kith.staff[who].name);
const learners = (who: StaffRole) => kith.ask(who, 'GET', `/api/v1/courses/${String(kith.own.courseId)}/learners`);
const inAMonth = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);

test('a grant without names until a day shows the class, and nobody’s name', async () => {
  const said = await run(
    'grant',
    'add',
    email('researcher'),
    'instructor',
    '--course',
    'Poetry',
    '--without-names',
    '--until',
    inAMonth,
  );
  expect(said).toMatchObject({
    code: 0,
    rows: [{ role: 'instructor', place: 'Poetry', withoutNames: true, passedOn: false }],
  });
  const page = await learners('researcher');
  expect(page.statusCode).toBe(200);
  expect(page.body).not.toContain('Zyx');
  const { validTo } = said.rows[0] as { validTo: string };
  expect(validTo.slice(0, 10)).toBe(new Date(Date.parse(inAMonth) + 86_400_000).toISOString().slice(0, 10));
});

test('an instructor’s role is passed on until a day; whoever has it passed on cannot pass it further', async () => {
  const pass = (from: StaffRole, to: StaffRole, until = inAMonth) =>
    run('grant', 'pass', email(from), email(to), 'instructor', '--course', 'Poetry', '--until', until);
  expect(await pass('instructor', 'support')).toMatchObject({ code: 0, rows: [{ passedOn: true }] });
  const page = await learners('support');
  expect(page.body).toContain(kith.own.learners[0]!.name);
  const further = await pass('support', 'lead');
  expect(further.code).toBe(1);
  expect(further.err).toContain('there is nothing to pass on');
  expect((await pass('instructor', 'lead', '2001-01-01')).err).toContain('--until is over');
});

test('the extract of the access log holds what was looked at of one learner, also as CSV', async () => {
  const learner = kith.own.learners[2]!;
  await learners('instructor');
  const said = await run('access-log', 'extract', addressOf(learner.name));
  expect(said.rows.length).toBeGreaterThan(0);
  expect(said.rows[0]).toMatchObject({
    who: expect.stringContaining('north') as string,
    action: 'view_list',
    course: 'Poetry',
  });
  const csv = (await run('access-log', 'extract', addressOf(learner.name), '--csv')).out;
  expect(csv).toMatch(/^at,who,action,course,reason\r\n\d{4}-/);
  expect(csv).not.toContain('Zyx');
  expect((await run('access-log', 'list')).rows.length).toBeGreaterThanOrEqual(said.rows.length);
  expect((await run('access-log', 'extract', 'nobody@example.edu')).code).toBe(1);
});
