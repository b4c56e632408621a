import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { carryOutReports } from '@kith/etl/reports/carry-out.ts';
import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';

import { openPages } from '../support/open-pages.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** A lead asks for a report by the keyboard alone, and fetches it: in a real browser. */
const place = await temporaryFolder();
const { kith, server, openAs, close } = await openPages({ reports: path.join(place.folder, 'reports') });
afterAll(async () => {
  await close();
  await place.remove();
});

const seen = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();
const carryOut = () => carryOutReports(kith.database.db, kith.institutionId, { folder: place.folder });

test('a lead goes from a programme to its report, and fetches it as PDF', async () => {
  const { page, complaints, close: end } = await openAs(kith.staff.lead);
  await page.goto(`${server.url}/programmes/${String(kith.humanities)}`, { waitUntil: 'networkidle' });
  await page.getByRole('link', { name: 'Reports' }).focus();
  await page.keyboard.press('Enter');
  await seen(page, 'Reports tell of nobody');
  await page.waitForLoadState('networkidle');
  expect(await page.getByLabel('Of which part').inputValue()).toBe(String(kith.humanities));
  await page.getByRole('button', { name: 'Make it' }).focus();
  await page.keyboard.press('Enter');
  await seen(page, /being made · asked/);
  await carryOut();
  await page.getByRole('link', { name: 'Look again' }).focus();
  await page.keyboard.press('Enter');
  await seen(page, 'cohort.html');
  await seen(page, 'Cohort report, printed: Humanities');
  const coming = page.waitForEvent('download');
  await page.getByRole('link', { name: 'cohort.pdf' }).focus();
  await page.keyboard.press('Enter');
  expect((await coming).suggestedFilename()).toBe('report-1-cohort.pdf');
  expect(complaints).toEqual([]);
  await end();
});

const asked = async () => (await kith.database.db.selectFrom('ops.report').select('reportId').execute()).length;

test('a table of one course week by week, and weeks without numbers', async () => {
  const { page, complaints, close: end } = await openAs(kith.staff.lead);
  await page.goto(`${server.url}/reports`, { waitUntil: 'networkidle' });
  await page.locator('select[name=kind]').selectOption('bands');
  await page.getByLabel('A table as').selectOption('parquet');
  await page.getByRole('button', { name: 'Make it' }).press('Enter');
  await seen(page, 'Learners by band, as a table: Humanities');
  await page.getByLabel('Of which weeks').selectOption('between');
  await page.locator('input[name=from]').fill('2090-01-02');
  const before = await asked();
  await page.getByRole('button', { name: 'Make it' }).press('Enter');
  await expect.poll(asked, { timeout: 30_000 }).toBe(before + 1);
  await carryOut();
  await page.goto(`${server.url}/reports`, { waitUntil: 'networkidle' });
  await seen(page, 'bands.parquet');
  await seen(page, 'No week of that part has numbers in that time.');
  expect(complaints).toEqual([]);
  await end();
});

test.each([
  ['wide, light', 1440, 'light'],
  ['phone, dark', 390, 'dark'],
] as const)('the page is accessible and fits: %s', async (_, width, scheme) => {
  for (const who of ['lead', 'researcher', 'support'] as const) {
    const { page, complaints, close: end } = await openAs(kith.staff[who], width, scheme);
    await page.goto(`${server.url}/reports`, { waitUntil: 'networkidle' });
    const { violations } = await new AxeBuilder({ page }).analyze();
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect(serious.map(({ id, nodes }) => `${who}: ${id} ${nodes[0]!.html}`)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth'), who).toBe(0);
    const shots = process.env.KITH_SHOTS;
    if (shots !== undefined) await page.screenshot({ path: `${shots}/reports-${who}-${scheme}.png`, fullPage: true });
    expect(complaints).toEqual([]);
    await end();
  }
});

test('a steward lets a report come out by itself, pauses it and removes it, by the keyboard alone', async () => {
  const { page, complaints, close: end } = await openAs(kith.staff.steward);
  const schedules = () => kith.database.db.selectFrom('ops.reportSchedule').select(['name', 'paused']).execute();
  await page.goto(`${server.url}/reports`, { waitUntil: 'networkidle' });
  await seen(page, 'The outbox is a folder on the computer that runs Kith');
  await page.getByText('Let something come out by itself').press('Enter');
  await page.getByLabel('Its name, and that of its folder').fill('every week');
  await page.getByRole('button', { name: 'Add it' }).press('Enter');
  await expect.poll(schedules, { timeout: 60_000 }).toEqual([{ name: 'every week', paused: false }]);
  await carryOut();
  await page.reload({ waitUntil: 'networkidle' });
  await seen(page, 'There is no outbox: say where it is by KITH_OUTBOX.');
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
  const shots = process.env.KITH_SHOTS;
  if (shots !== undefined) await page.screenshot({ path: `${shots}/schedules.png`, fullPage: true });
  await page.getByRole('button', { name: 'Pause every week' }).press('Enter');
  await expect.poll(schedules, { timeout: 60_000 }).toEqual([{ name: 'every week', paused: true }]);
  await page.getByRole('button', { name: 'Remove every week' }).press('Enter');
  await expect.poll(schedules, { timeout: 60_000 }).toEqual([]);
  await seen(page, 'Nothing comes out by itself yet.');
  expect(complaints).toEqual([]);
  await end();
});
