import AxeBuilder from '@axe-core/playwright';
import { closeRounds } from '@kith/etl/pulse/close-rounds.ts';
import { sql } from 'kysely';
import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';

import { openBrowser } from '../support/browser.ts';
import { openPages } from '../support/open-pages.ts';

/** The belonging pulse in a real browser: opened by an instructor, answered on a phone without a script, read by the lead. */
const { kith, server, openAs, close } = await openPages();
const browser = await openBrowser();
afterAll(async () => {
  await browser.close();
  await close();
});

const seen = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();
const coursePage = () => `${server.url}/courses/${String(kith.own.courseId)}`;
const linkOf = async (index: number): Promise<string> => {
  const { page, close } = await openAs(kith.own.learners[index]!);
  await page.goto(`${server.url}/my-data`, { waitUntil: 'networkidle' });
  await page.getByRole('link', { name: 'Questions for you' }).click();
  const href = await page.getByRole('link', { name: 'Answer for Poetry' }).getAttribute('href');
  await close();
  return server.url + href!;
};

/** A phone of somebody who signed in nowhere, with scripts off. */
async function phone(): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 390, height: 780 }, javaScriptEnabled: false });
  return context.newPage();
}

async function answer(link: string, word: string, named = false): Promise<Page> {
  const page = await phone();
  await page.goto(link);
  for (const question of await page.locator('fieldset').all()) await question.getByLabel(word, { exact: true }).check();
  if (named) await page.getByLabel('My instructors may see this and contact me').check();
  await page.getByRole('button', { name: 'Send my answer' }).click();
  return page;
}

test('an instructor asks the course', async () => {
  const { page, close } = await openAs(kith.staff.instructor);
  await page.goto(coursePage(), { waitUntil: 'networkidle' });
  await page.getByRole('link', { name: 'Belonging pulse' }).click();
  await seen(page, 'The course has not been asked yet.');
  await page.getByRole('button', { name: 'Ask now' }).click();
  await seen(page, /13 learners are being asked, until/);
  expect(await page.locator('main').innerText()).toContain(`${server.url}/pulse`);
  await close();
});

test('a learner answers on a phone, without a script and without signing in, once', async () => {
  const link = await linkOf(0);
  const page = await answer(link, 'mostly');
  await seen(page, 'Thank you. Your answer is in.');
  await page.goto(link);
  await seen(page, 'This link was used already.');
  expect(await page.locator('fieldset').count()).toBe(0);
  await page.context().close();
});

test('an empty answer is sent back with a kind word, and what was ticked stays', async () => {
  const link = await linkOf(1);
  const page = await phone();
  await page.goto(link);
  await page.getByRole('button', { name: 'Send my answer' }).click();
  await seen(page, /Nothing was chosen yet/);
  await page.locator('fieldset').first().getByLabel('fully').check();
  await page.getByRole('button', { name: 'Send my answer' }).click();
  await seen(page, 'Thank you. Your answer is in.');
  await page.context().close();
});

test('who ticked is seen by name by the instructor at once, and by nobody who does not teach', async () => {
  const who = kith.own.learners[2]!;
  const page = await answer(await linkOf(2), 'a little', true);
  await seen(page, /Your instructors can see your answer/);
  await page.context().close();
  const teacher = await openAs(kith.staff.instructor);
  await teacher.page.goto(`${coursePage()}/pulse`, { waitUntil: 'networkidle' });
  await seen(teacher.page, `${who.name} rates belonging 2 of 5`);
  await teacher.close();
  const lead = await openAs(kith.staff.lead);
  await lead.page.goto(`${coursePage()}/pulse`, { waitUntil: 'networkidle' });
  await seen(lead.page, /13 learners are being asked/);
  expect(await lead.page.content()).not.toContain(who.name);
  await lead.close();
});

test('when its days are over the lead reads figures and a caution', async () => {
  for (const index of [3, 4, 5]) await (await answer(await linkOf(index), 'mostly')).context().close();
  await sql`update care.pulse_round set closes_at = now()`.execute(kith.database.owner);
  await closeRounds(kith.database.db);
  const { page, close } = await openAs(kith.staff.lead);
  await page.goto(`${coursePage()}/pulse`, { waitUntil: 'networkidle' });
  // 4, 5, 4, 4, 4 without a name, and 2 with one.
  await seen(page, 'The class rates belonging 3.8 of 5. 6 of 13 answered (46%).');
  await seen(page, 'Fewer than 60% answered');
  expect(await page.getByRole('row', { name: /partly mine/ }).innerText()).toContain('fewer than five');
  await close();
});

test.each([
  ['wide, light', 1280, 'light'],
  ['wide, dark', 1280, 'dark'],
  ['phone, light', 390, 'light'],
  ['phone, dark', 390, 'dark'],
] as const)('accessible, and fits: %s', async (_, width, scheme) => {
  await kith.ask('instructor', 'POST', `/api/v1/courses/${String(kith.own.courseId)}/pulse`, {}); // or it is open already
  for (const [who, path] of [
    [kith.staff.instructor, `/courses/${String(kith.own.courseId)}/pulse`],
    [kith.own.learners[7]!, '/pulse'],
    [kith.own.learners[7]!, 'link'],
  ] as const) {
    const { page, complaints, close } = await openAs(who, width, scheme);
    await page.goto(server.url + (path === 'link' ? '/pulse' : path), { waitUntil: 'networkidle' });
    if (path === 'link') {
      await page.getByRole('link', { name: 'Answer for Poetry' }).click();
      await seen(page, 'How is it to be part of Poetry?');
    }
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${path}: ${id} ${nodes[0]!.html}`)).toEqual([]);
    expect([path, await page.evaluate('document.documentElement.scrollWidth - innerWidth')]).toEqual([path, 0]);
    expect(complaints).toEqual([]);
    const shots = process.env.KITH_SHOTS;
    if (shots !== undefined)
      await page.screenshot({
        path: `${shots}/pulse-${path.split('/').at(-1)!}-${String(width)}-${scheme}.png`,
        fullPage: true,
      });
    await close();
  }
});
