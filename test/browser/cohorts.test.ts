import AxeBuilder from '@axe-core/playwright';
import { compute } from '@kith/etl/compute/compute.ts';
import { keepCohorts } from '@kith/etl/cohorts/keep-cohorts.ts';
import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';

import { openPages } from '../support/open-pages.ts';

/** A lead saves cohorts and holds them side by side, in a real browser. */
const { kith, server, openAs, close } = await openPages();
afterAll(close);

const seen = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();
const cohorts = `${server.url}/cohorts`;

test('a lead finds the page, saves two by rule, and reads both by course week', async () => {
  const { page, close } = await openAs(kith.staff.lead);
  await page.goto(`${server.url}/programmes`, { waitUntil: 'networkidle' });
  await page.getByRole('link', { name: 'Cohorts' }).click();
  await seen(page, 'No cohort was saved yet.');
  for (const [title, course] of [
    ['Both courses', ''],
    ['Prose alone', 'Prose'],
  ]) {
    await page.getByLabel('What to call it').first().fill(title!);
    if (course !== '') await page.locator('select[name=courseId]').selectOption({ label: course! });
    await page.getByRole('button', { name: 'Save the rule' }).click();
    await seen(page, 'Saved. It is being looked at; come back in a minute.');
    await page.goto(cohorts, { waitUntil: 'networkidle' });
  }
  await keepCohorts(kith.database.db, new Date());
  await page.reload({ waitUntil: 'networkidle' });
  await seen(page, 'Both courses: its courses are being counted. Come back in a while.');
  await compute(kith.database.db, kith.institutionId);
  await keepCohorts(kith.database.db, new Date());
  await page.reload({ waitUntil: 'networkidle' });
  await seen(page, 'About 25 people in 2 courses.');
  await seen(page, 'Both courses: 100% were still there in week 6.');
  await seen(page, 'Prose alone: 100% were still there in week 6.');
  await page.getByText('Show as table').first().click();
  expect(await page.getByRole('row', { name: /Prose alone 6 100%/ }).count()).toBe(1);
  // A number of every week, chosen by its title, and who came.
  await page.getByLabel('Number').selectOption({ label: 'Coverage' });
  await page.getByRole('button', { name: 'Show' }).click();
  await page.waitForURL(/number=data_coverage/);
  await seen(page, /^Both courses: \d+% in week 6\.$/);
  await page.getByText('Who came and went').first().click();
  await page.getByRole('row', { name: /there when it was saved 25$/ }).waitFor();
  const text = await page.locator('main').innerText();
  for (const { name } of [...kith.own.learners, ...kith.sibling.learners]) expect(text).not.toContain(name);
  await close();
});

test('a list of a course but one is saved, and nothing is told of it', async () => {
  const { page, close } = await openAs(kith.staff.lead);
  await page.goto(cohorts, { waitUntil: 'networkidle' });
  await page.getByText('By list', { exact: true }).click();
  await page.getByLabel('What to call it').last().fill('But one');
  const addresses = kith.own.learners.map(
    ({ name }) => `${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '.')}@example.edu`,
  );
  await page.getByLabel(/Addresses or keys/).fill(addresses.join('\n'));
  await page.getByRole('button', { name: 'Save the list' }).click();
  await seen(page, /^Saved/);
  await keepCohorts(kith.database.db, new Date());
  await page.goto(cohorts, { waitUntil: 'networkidle' });
  await seen(page, /It differs by fewer than ten people/);
  await page.getByRole('button', { name: 'Put away: But one' }).click();
  await page.getByText('But one').first().waitFor({ state: 'detached' });
  await close();
});

test.each([
  ['wide, light', 1280, 'light'],
  ['wide, dark', 1280, 'dark'],
  ['phone, light', 390, 'light'],
  ['phone, dark', 390, 'dark'],
] as const)('accessible, and fits: %s', async (_, width, scheme) => {
  const { page, complaints, close } = await openAs(kith.staff.lead, width, scheme);
  await page.goto(`${cohorts}?number=voices_share`, { waitUntil: 'networkidle' });
  for (const summary of await page.locator('main summary').all()) await summary.click();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]!.html}`)).toEqual([]);
  const wide = await page.evaluate(
    `[...document.querySelectorAll('main *')].filter((one) => one.getBoundingClientRect().right > innerWidth + 1 && !one.closest('[role=region]')).map((one) => one.outerHTML.slice(0, 90))`,
  );
  expect([wide, await page.evaluate('document.documentElement.scrollWidth - innerWidth')]).toEqual([[], 0]);
  expect(complaints).toEqual([]);
  const shots = process.env.KITH_SHOTS;
  if (shots !== undefined)
    await page.screenshot({ path: `${shots}/cohorts-${String(width)}-${scheme}.png`, fullPage: true });
  await close();
});
