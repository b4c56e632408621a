import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';

import { openPages } from '../support/open-pages.ts';
import { addressOf } from '../support/university-facts.ts';
import type { StaffRole } from '../support/university.ts';

/** Who may see what: the pages of stewards, admins and of whoever lets somebody in, in a real browser. */
const { kith, server, openAs, close } = await openPages();
afterAll(close);

const open = (who: StaffRole, width?: number, colorScheme?: 'light' | 'dark') =>
  openAs(kith.staff[who], width, colorScheme);

const seen = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();

test('an instructor lets somebody in until a day, and out again', async () => {
  const { page, close } = await open('instructor');
  await page.goto(`${server.url}/courses/${String(kith.own.courseId)}`, { waitUntil: 'networkidle' });
  await page.getByRole('link', { name: 'Let somebody in for a while' }).click();
  await page.getByLabel('E-mail address of the person').fill(addressOf(kith.staff.support.name));
  const inAWeek = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);
  await page.getByLabel(/Last day/).fill(inAWeek);
  await page.getByRole('button', { name: 'Let in' }).click();
  await seen(page, 'north support');
  await page.getByRole('button', { name: 'End north support' }).click();
  await seen(page, 'You have let nobody in.');
  await close();
});

test('an admin sets up a provider, whose secret is on no page afterwards, and removes it', async () => {
  const { page, close } = await open('admin');
  await page.goto(`${server.url}/providers`, { waitUntil: 'networkidle' });
  await page.getByText('Add an OpenID provider').click();
  await page.getByLabel('What its button says').first().fill('Northlea account');
  await page.getByLabel('Issuer').first().fill('https://id.northlea.example');
  await page.getByLabel('Client id').first().fill('kith');
  await page.getByLabel('Client secret').first().fill('unseen-word');
  await page.getByRole('button', { name: 'Add' }).first().click();
  await seen(page, 'Kept encrypted; nobody is shown it again.');
  await page.reload();
  expect(await page.content()).not.toContain('unseen-word');
  await page.locator('article summary', { hasText: 'Remove' }).click();
  await page.getByRole('button', { name: 'Remove Northlea account' }).click();
  await seen(page, 'Nobody yet.');
  await close();
});

test('why somebody may see a learner stands beside the network and the evidence', async () => {
  const { page, close } = await open('instructor');
  const course = `${server.url}/courses/${String(kith.own.courseId)}`;
  const learner = String(kith.own.learners[0]!.personId);
  for (const path of [`/people/${learner}`, `/people/${learner}/evidence/voice`, `/network?person=${learner}`]) {
    await page.goto(course + path, { waitUntil: 'networkidle' });
    await seen(page, /the roster says you are instructor of this course/);
  }
  await close();
});

test('a course that has ended is behind one click, and its pages say what they show', async () => {
  const end = (endsOn: string) =>
    kith.database.db.updateTable('core.course').set({ endsOn }).where('courseId', '=', kith.own.courseId).execute();
  await end('2026-01-30');
  const { page, close } = await open('instructor');
  await page.goto(`${server.url}/?courses`, { waitUntil: 'networkidle' });
  await seen(page, 'Your courses have ended');
  expect(await page.getByRole('link', { name: 'Poetry' }).isVisible()).toBe(false);
  await page.getByText('1 course of earlier terms').click();
  await page.getByRole('link', { name: 'Poetry' }).click();
  await seen(page, /The course ended on 30 Jan 2026/);
  await seen(page, /as of its last week/);
  await page.goto(
    `${server.url}/courses/${String(kith.own.courseId)}/people/${String(kith.own.learners[0]!.personId)}`,
  );
  await seen(page, /as of its last week/);
  await end(new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10));
  await close();
});

test('a lead goes from the programmes to a course and back, and never sees a name', async () => {
  const { page, close } = await open('lead');
  await page.goto(server.url, { waitUntil: 'networkidle' });
  await page.getByRole('link', { name: 'Programmes', exact: true }).first().click();
  await page.getByRole('link', { name: 'Humanities' }).click();
  await page.getByRole('heading', { name: 'Humanities', level: 1 }).waitFor();
  await seen(page, 'What is about those who teach is left out');
  for (const { name } of kith.own.learners) expect(await page.content()).not.toContain(name);
  await page.getByRole('link', { name: 'Poetry' }).click();
  await page.getByRole('heading', { name: 'Poetry', level: 1 }).waitFor();
  await close();
});

test.each([
  ['wide, light', 1440, 'light'],
  ['phone, dark', 390, 'dark'],
] as const)('every page is accessible and fits: %s', async (_, width, scheme) => {
  for (const [who, paths] of [
    [
      'admin',
      ['/grants', '/access-log', `/access-log/extract?learner=${addressOf(kith.own.learners[0]!.name)}`, '/providers'],
    ],
    ['instructor', [`/courses/${String(kith.own.courseId)}/access`]],
    ['lead', ['/programmes', `/programmes/${String(kith.humanities)}`, `/courses/${String(kith.own.courseId)}`]],
  ] as const) {
    const { page, complaints, close } = await open(who, width, scheme);
    for (const path of paths) {
      await page.goto(server.url + path, { waitUntil: 'networkidle' });
      for (const summary of await page.locator('main summary').all()) await summary.click();
      const { violations } = await new AxeBuilder({ page }).analyze();
      const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
      expect(serious.map(({ id, nodes }) => `${path}: ${id} ${nodes[0]!.html}`)).toEqual([]);
      const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
      expect(`${path}: ${String(overflow)}`).toBe(`${path}: 0`);
      const shots = process.env.KITH_SHOTS;
      if (shots !== undefined)
        await page.screenshot({ path: `${shots}/${path.replaceAll(/\W+/g, '-')}-${scheme}.png`, fullPage: true });
    }
    expect(complaints).toEqual([]);
    await close();
  }
});
