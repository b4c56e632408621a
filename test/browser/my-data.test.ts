import AxeBuilder from '@axe-core/playwright';
import { doRightsTasks } from '@kith/etl/rights/tasks.ts';
import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';

import { openPages } from '../support/open-pages.ts';
import { addressOf } from '../support/university-facts.ts';

/** A learner's own page, and what a steward does about it, in a real browser. */
const { kith, server, openAs, close } = await openPages();
afterAll(close);

const learner = () => kith.own.learners[2]!;
const seen = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();

test('a learner comes to their own page, and finds neither courses nor a score', async () => {
  const { page, close } = await openAs(learner());
  await page.goto(server.url, { waitUntil: 'networkidle' });
  await page.waitForURL(/\/my-data$/);
  await seen(page, /Kith holds \d+ facts about you, from 1 source/);
  const text = await page.locator('main').innerText();
  expect(text).toMatch(/posts you wrote, without their text\s+6/);
  expect(text).not.toMatch(/isolat|at risk|may be unconnected here|points|band|rank/i);
  expect(await page.getByRole('link', { name: 'Courses' }).count()).toBe(0);
  await close();
});

test('by keyboard alone: out, seen to be out by nobody, and in again', async () => {
  const { page, close } = await openAs(learner());
  await page.goto(`${server.url}/my-data`, { waitUntil: 'networkidle' });
  const press = async (name: string) => {
    for (let turn = 0; turn < 80; turn += 1) {
      await page.keyboard.press('Tab');
      if ((await page.locator('button:focus').allInnerTexts()).includes(name)) break;
    }
    await page.keyboard.press('Enter');
  };
  await press('Leave me out everywhere');
  await seen(page, 'You have chosen not to be part.');
  const teacher = await openAs(kith.staff.instructor);
  await teacher.page.goto(`${server.url}/courses/${String(kith.own.courseId)}`, {
    waitUntil: 'networkidle',
  });
  await seen(teacher.page, /12 of 13 learners included: 1 has chosen not to be part/);
  expect(await teacher.page.content()).not.toContain(learner().name);
  await teacher.page.goto(`${server.url}/courses/${String(kith.own.courseId)}/network`, {
    waitUntil: 'networkidle',
  });
  await seen(teacher.page, /12 of 13 learners included/);
  await teacher.close();
  await press('Include me again');
  await seen(page, 'You are part of what Kith looks at.');
  await close();
});

test('company elsewhere: said by the learner, read by who teaches them', async () => {
  const { page, close } = await openAs(learner());
  await page.goto(`${server.url}/my-data`, { waitUntil: 'networkidle' });
  await page.getByRole('button', { name: 'Note it' }).click();
  await seen(page, /a study group, since/);
  await close();
  const teacher = await openAs(kith.staff.instructor);
  await teacher.page.goto(`${server.url}/courses/${String(kith.own.courseId)}/people/${String(learner().personId)}`, {
    waitUntil: 'networkidle',
  });
  await seen(teacher.page, 'Few ties here say little about them. They are not put on the list for it.');
  await teacher.page.getByText('Note that they meet others elsewhere').click();
  await teacher.page.getByLabel('What it is').selectOption('offline_contact');
  await teacher.page.getByRole('button', { name: 'Note it' }).click();
  await seen(teacher.page, 'people I meet in person');
  await teacher.close();
});

test('something is wrong: asked, answered by a steward, read by the learner', async () => {
  const { page, close } = await openAs(learner());
  await page.goto(`${server.url}/my-data`, { waitUntil: 'networkidle' });
  await page.getByLabel('What is it, and what would be right?').fill('I wrote seven posts, not six.');
  await page.getByRole('button', { name: 'Send' }).click();
  await seen(page, /It waits for an answer/);
  const steward = await openAs(kith.staff.steward);
  await steward.page.goto(`${server.url}/rights`, { waitUntil: 'networkidle' });
  await seen(steward.page, 'I wrote seven posts, not six.');
  await steward.page.getByLabel('Your answer').fill('One was deleted by its author.');
  await steward.page.getByRole('button', { name: 'Not done' }).click();
  await seen(steward.page, /Answered by/);
  await steward.close();
  await page.reload();
  await seen(page, 'One was deleted by its author.');
  await close();
});

test('mentoring, a person to be kept apart from, and a name elsewhere', async () => {
  const { page, close } = await openAs(learner());
  await page.goto(`${server.url}/my-data`, { waitUntil: 'networkidle' });
  await page.getByLabel('For how many people at once').fill('3');
  await page.getByLabel(/Languages/).fill('en, de');
  await page.getByRole('button', { name: 'Offer' }).click();
  await seen(page, 'You offer to be there for 3 people.');
  await page.getByLabel(/Full name as it stands/).fill('Nobody Of That Name');
  await page.getByRole('button', { name: 'Do not match us' }).click();
  await seen(page, 'Not exactly one person of your courses is called so.');
  await page.getByLabel(/Full name as it stands/).fill(kith.own.learners[4]!.name);
  await page.getByRole('button', { name: 'Do not match us' }).click();
  await seen(page, `Take back: ${kith.own.learners[4]!.name}`);
  await page.getByLabel('Your name there, as it is written').fill('blue-heron');
  await page.getByRole('button', { name: 'Say that this is me' }).click();
  await seen(page, 'moodle:main: blue-heron');
  await close();
});

test('a steward erases by page: counted, confirmed, a receipt that names nobody', async () => {
  const gone = kith.own.learners[6]!;
  const { page, close } = await openAs(kith.staff.steward);
  await page.goto(`${server.url}/rights`, { waitUntil: 'networkidle' });
  await page.getByLabel('E-mail address of the person').fill(addressOf(gone.name));
  await page.getByRole('button', { name: 'Count what would go' }).click();
  await seen(page, `Erasure of ${gone.name}`);
  await doRightsTasks(kith.database.db, kith.institutionId);
  await page.getByRole('link', { name: 'See how far it is' }).click();
  await seen(page, /\d+ rows would go\./);
  await page.getByRole('button', { name: 'Do it. It cannot be undone' }).click();
  await seen(page, /being done/);
  await doRightsTasks(kith.database.db, kith.institutionId);
  await page.reload();
  await seen(page, /\d+ rows went\./);
  expect(await page.content()).not.toContain(gone.name);
  await close();
});

test('a steward says how long something is kept', async () => {
  const { page, close } = await openAs(kith.staff.steward);
  await page.goto(`${server.url}/rights`, { waitUntil: 'networkidle' });
  const days = page.getByLabel(/^Days: Sessions/);
  await days.fill('14');
  await days.press('Enter');
  await page.getByRole('button', { name: 'As usual' }).waitFor();
  await page.reload();
  expect(await days.inputValue()).toBe('14');
  await close();
});

test.each([
  ['wide, light', 1280, 'light'],
  ['wide, dark', 1280, 'dark'],
  ['phone, light', 390, 'light'],
  ['phone, dark', 390, 'dark'],
] as const)('accessible, and fits: %s', async (_, width, scheme) => {
  for (const [who, path] of [
    [learner(), '/my-data'],
    [kith.staff.steward, '/rights'],
  ] as const) {
    const { page, complaints, close } = await openAs(who, width, scheme);
    await page.goto(server.url + path, { waitUntil: 'networkidle' });
    for (const summary of await page.locator('main summary').all()) await summary.click();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${path}: ${id} ${nodes[0]!.html}`)).toEqual([]);
    const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
    expect(`${path}: ${String(overflow)}`).toBe(`${path}: 0`);
    expect(complaints).toEqual([]);
    const shots = process.env.KITH_SHOTS;
    if (shots !== undefined)
      await page.screenshot({ path: `${shots}/${path.slice(1)}-${String(width)}-${scheme}.png`, fullPage: true });
    await close();
  }
});
