import { sql } from 'kysely';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, expect, test } from 'vitest';

import { openPages } from '../support/open-pages.ts';

/** What every form owes whoever fills it in: nothing typed is lost, doubled, or filed where it does not belong. */
const { kith, server, openAs, close } = await openPages();
afterAll(close);
afterEach(async () => {
  for (const table of ['care.caseFile', 'care.contact', 'care.note'] as const) {
    await kith.database.owner.deleteFrom(table).execute();
  }
});

const seen = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();
const course = () => String(kith.own.courseId);
const learnerPage = (index: number) =>
  `${server.url}/courses/${course()}/people/${String(kith.own.learners[index]!.personId)}`;

test('what was chosen in the address is chosen still once a contact is noted', async () => {
  const { page, close: end } = await openAs(kith.staff.instructor);
  await page.goto(`${server.url}/monday?course=${course()}`, { waitUntil: 'networkidle' });
  await page.getByRole('button', { name: 'Log a contact' }).first().click();
  await page.getByRole('button', { name: 'Note it' }).click();
  await seen(page, /Noted: you reached out to/);
  expect(new URL(page.url()).search).toBe(`?course=${course()}`);
  await page.getByRole('button', { name: 'Undo' }).click();
  await seen(page, 'Taken back.');
  expect(new URL(page.url()).search).toBe(`?course=${course()}`);
  await end();
});

test('pressed twice, it is sent once', async () => {
  const { page, close: end } = await openAs(kith.staff.instructor);
  await page.goto(`${server.url}/monday`, { waitUntil: 'networkidle' });
  await page.getByRole('button', { name: 'Log a contact' }).first().click();
  let sent = 0;
  page.on('request', (request) => (sent += Number(request.method() === 'POST')));
  await page.getByRole('button', { name: 'Note it' }).dblclick();
  await seen(page, /Noted: you reached out to/);
  await page.waitForLoadState('networkidle');
  expect(sent).toBe(1);
  expect(await kith.database.owner.selectFrom('care.contact').select('channel').execute()).toHaveLength(1);
  await end();
});

test('refused, a form stays open with what was typed, and says why', async () => {
  const { page, close: end } = await openAs(kith.staff.instructor);
  await page.goto(`${server.url}/monday`, { waitUntil: 'networkidle' });
  await page.getByRole('button', { name: 'Open a case' }).first().click();
  await page.getByLabel(/What is it about/).fill('Has moved, and knows nobody here.');
  await page.getByRole('radio', { name: 'Student support' }).check();
  // While the page is open, nobody is left to hand over to.
  const support = kith.database.owner.deleteFrom('ops.courseAccess').where('role', '=', 'support');
  await support.execute();
  await page.getByRole('button', { name: 'Open the case' }).click();
  await seen(page, 'No student support is known for this course.');
  expect(await page.getByLabel(/What is it about/).inputValue()).toBe('Has moved, and knows nobody here.');
  await sql`select ops.refresh_course_access(${kith.institutionId})`.execute(kith.database.owner);
  await end();
});

test('a second note is as open as the first', async () => {
  const { page, close: end } = await openAs(kith.staff.instructor);
  await page.goto(learnerPage(0), { waitUntil: 'networkidle' });
  await page.getByText('Write a note').click();
  for (const words of ['Prefers mornings.', 'Has a new job.']) {
    await page.getByRole('textbox', { name: /^Note/ }).fill(words);
    await page.getByRole('button', { name: 'Keep the note' }).click();
    await expect.poll(() => page.getByRole('textbox', { name: /^Note/ }).inputValue()).toBe('');
  }
  expect(await kith.database.owner.selectFrom('care.note').select('level').execute()).toEqual([
    { level: 'normal' },
    { level: 'normal' },
  ]);
  await end();
});

test('what was begun about one learner does not go along to the next', async () => {
  const { page, close: end } = await openAs(kith.staff.instructor);
  await page.goto(learnerPage(0), { waitUntil: 'networkidle' });
  const first = await page.getByRole('heading', { level: 1 }).innerText();
  await page.getByText('Write a note').click();
  await page.getByRole('textbox', { name: /^Note/ }).fill('Prefers mornings.');
  await page.getByRole('region', { name: /^Ties/ }).getByRole('link').first().click();
  await expect.poll(() => page.getByRole('heading', { level: 1 }).innerText()).not.toBe(first);
  await page.getByText('Write a note').click();
  expect(await page.getByRole('textbox', { name: /^Note/ }).inputValue()).toBe('');
  await end();
});

test('a learner asks twice, and is heard twice', async () => {
  const { page, close: end } = await openAs(kith.own.learners[0]!);
  await page.goto(`${server.url}/my-data`, { waitUntil: 'networkidle' });
  for (const [count, wish] of ['I wrote seven posts, not six.', 'My name is spelled wrong.'].entries()) {
    await page.getByLabel('What is it, and what would be right?').fill(wish);
    await page.getByRole('button', { name: 'Send' }).click();
    await expect.poll(() => page.getByText(/It waits for an answer/).count()).toBe(count + 1);
  }
  await seen(page, 'My name is spelled wrong.');
  await end();
});

test('who is not signed in reads how the numbers are made, and is led to the sign-in from anywhere else', async () => {
  const read = async (path: string) => {
    const answer = await fetch(server.url + path, { redirect: 'manual' });
    return { status: answer.status, body: await answer.text() };
  };
  const { status, body } = await read('/methods');
  expect(status).toBe(200);
  expect(body).toContain('id="effective_peers"');
  expect((await read('/monday')).status).toBe(303);
});
