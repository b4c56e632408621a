import AxeBuilder from '@axe-core/playwright';
import { keepBacktest } from '@kith/etl/backtest/keep/keep.ts';
import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';

import { backtestReport } from '../support/backtest-report.ts';
import { openPages } from '../support/open-pages.ts';

/** A researcher reads what a back-test told, in a real browser; nobody else does. */
const { kith, server, openAs, close } = await openPages();
afterAll(close);

const seen = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();

const keep = () =>
  keepBacktest(kith.database.db, backtestReport, {
    institutionId: kith.institutionId,
    courseIds: [kith.own.courseId],
    asKnownThen: false,
    now: new Date(),
  });

test('before one was kept the researcher is told the command, and others whom it is for', async () => {
  const { page, close: end } = await openAs(kith.staff.researcher);
  await page.goto(`${server.url}/exports`, { waitUntil: 'networkidle' });
  await page.getByRole('link', { name: 'How the score stands' }).press('Enter');
  await seen(page, 'No back-test has been kept yet.');
  await seen(page, 'kith backtest ENV101 DAT101');
  await end();
});

test('precision at k and prevalence lead, every picture has a table, and the refusal stands in words', async () => {
  await keep();
  const { page, complaints, close: end } = await openAs(kith.staff.researcher);
  await page.goto(`${server.url}/backtests?label=L5`, { waitUntil: 'networkidle' });
  await page
    .getByRole('heading', { level: 1, name: /it came for 91%; a list drawn at random would reach 17%/ })
    .waitFor();
  const columns = await page.locator('main table').first().locator('thead th').allTextContents();
  expect(columns.slice(1, 3)).toEqual(['Precision at k', 'Prevalence']);
  const figures = await page.locator('main figure').count();
  expect(figures).toBe(7);
  expect(await page.locator('main figure:has(svg):has(details table)').count()).toBe(figures);
  await seen(page, 'None is learned for L5');
  await seen(page, 'unheard_helper');
  await seen(page, 'What Kith does not claim');
  expect(await page.content()).not.toMatch(/NaN|undefined/);
  await page.getByRole('link', { name: /^L2: / }).press('Enter');
  await page.waitForURL(/label=L2/);
  await seen(page, 'It: no activity in the next 14 days.');
  expect(complaints).toEqual([]);
  await end();
});

test.each(['lead', 'instructor', 'support', 'admin', 'steward', 'learner'] as const)(
  'a %s is told that it is for researchers',
  async (who) => {
    const { page, close: end } = await openAs(kith.staff[who]);
    await page.goto(`${server.url}/backtests`, { waitUntil: 'networkidle' });
    await seen(page, 'Back-tests are for researchers.');
    expect((await kith.ask(who, 'GET', '/api/v1/backtests')).json()).toMatchObject({ runs: [], chosen: null });
    await end();
  },
);

test.each([
  ['wide, light', 1280, 'light'],
  ['phone, dark', 390, 'dark'],
] as const)('the page is accessible and fits: %s', async (_, width, scheme) => {
  const { page, complaints, close: end } = await openAs(kith.staff.researcher, width, scheme);
  await page.goto(`${server.url}/backtests?label=L5`, { waitUntil: 'networkidle' });
  await seen(page, 'What Kith does not claim');
  await page.evaluate(`for (const fold of document.querySelectorAll('main details')) fold.open = true`);
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(serious.map(({ id, nodes }) => `${id} ${nodes[0]!.html}`)).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
  const shots = process.env.KITH_SHOTS;
  if (shots !== undefined) {
    await page.evaluate(`for (const fold of document.querySelectorAll('main details')) fold.open = false`);
    await page.screenshot({ path: `${shots}/backtests-${String(width)}-${scheme}.png`, fullPage: true });
  }
  expect(complaints).toEqual([]);
  await end();
});
