import { readFile } from 'node:fs/promises';
import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { carryOutReports } from '@kith/etl/reports/carry-out.ts';
import { makeReport } from '@kith/etl/reports/make.ts';
import { sql } from 'kysely';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { all, readPdf } from '../print/read-pdf.ts';
import { plantListed } from '../reports/listed-world.ts';
import { openPages } from '../support/open-pages.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** A lead reads what came of the lists, by the keyboard alone, and the print says the same: in a real browser. */
const place = await temporaryFolder();
const { kith, server, openAs, close } = await openPages({ reports: path.join(place.folder, 'reports') });
beforeAll(async () => {
  const { db, owner } = kith.database;
  const { rows } = await sql<{ title: string }>`
    select title from core.course where course_id = ${kith.own.courseId}`.execute(owner);
  await plantListed(owner, kith.institutionId, rows[0]!.title, [
    { region: 'North', listed: 60, contacted: 31, answered: 12, days: 2 },
    { region: 'South', listed: 45, contacted: 12, days: 9 },
    { region: null, listed: 9, contacted: 4 },
  ]);
  await carryOutReports(db, kith.institutionId, { folder: place.folder });
});
afterAll(async () => {
  await close();
  await place.remove();
});

const address = () => `${server.url}/evaluation?unit=${String(kith.humanities)}`;
const seen = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();

test('from the reports to the evaluation, to other weeks, and to its print, by the keyboard alone', async () => {
  const { page, complaints, close: end } = await openAs(kith.staff.lead);
  await page.goto(`${server.url}/reports`, { waitUntil: 'networkidle' });
  await page.getByRole('link', { name: 'What came of the lists' }).press('Enter');
  await page.getByRole('heading', { level: 1, name: /Kith listed about \d+ learners to reach out to/ }).waitFor();
  await seen(page, /of them were contacted: \d+% \(\d+% to \d+% with other learners\)/);
  // Fewer than five people teach in Humanities.
  await seen(page, /How soon staff respond is left out/);
  await page.waitForLoadState('networkidle');
  await page.getByLabel('Weeks').selectOption('weeks-4');
  await page.getByRole('button', { name: 'Show' }).press('Enter');
  await page.waitForURL(/unit=\d+&span=weeks-4/);
  await page.getByRole('link', { name: /Print it/ }).press('Enter');
  await seen(page, 'Ask for a report');
  expect(await page.locator('select[name=kind]').inputValue()).toBe('evaluation');
  expect(await page.getByLabel('Of which part').inputValue()).toBe(String(kith.humanities));
  expect(complaints).toEqual([]);
  await end();
});

test('every row of the page stands in the print', async () => {
  const { page, close: end } = await openAs(kith.staff.lead);
  await page.goto(`${address()}&span=all`, { waitUntil: 'networkidle' });
  const shown = await page.evaluate<string[][]>(
    `[...document.querySelectorAll('main tbody tr')].map((row) => [...row.cells].map((cell) => cell.textContent.trim()))`,
  );
  expect(shown.length).toBeGreaterThanOrEqual(4 + 2 + 3);
  const folder = path.join(place.folder, 'printed');
  const { institutionId } = kith;
  const part = { institutionId, unitId: kith.humanities, courseId: null, span: { from: null, to: null } };
  await makeReport(kith.database.db, { ...part, kind: 'evaluation', format: 'print', least: 5 }, folder);
  const pdf = await readPdf(await readFile(path.join(folder, 'evaluation.pdf')));
  const printed = all(pdf, 'TR').map((row) => row.below.map(({ text }) => text));
  // A print has a dash for what a page says in words.
  const asPrinted = (cell: string) => (cell === 'not known' ? '–' : cell);
  for (const row of shown) expect(printed).toContainEqual(row.map(asPrinted));
  await end();
});

test('who may see no part as a whole is told so; weeks that a part does not have are none', async () => {
  const { page, close: end } = await openAs(kith.staff.instructor);
  await page.goto(address(), { waitUntil: 'networkidle' });
  await seen(page, 'There is no evaluation here for you.');
  await end();
  const lead = await openAs(kith.staff.lead);
  await lead.page.goto(`${address()}&span=term-999`, { waitUntil: 'networkidle' });
  await seen(lead.page, /Nothing has been worked out of this part and these weeks/);
  await lead.close();
});

test.each([
  ['wide, light', 1280, 'light'],
  ['phone, dark', 390, 'dark'],
] as const)('the page is accessible and fits: %s', async (_, width, scheme) => {
  for (const who of ['lead', 'researcher', 'support'] as const) {
    const { page, complaints, close: end } = await openAs(kith.staff[who], width, scheme);
    await page.goto(`${server.url}/evaluation`, { waitUntil: 'networkidle' });
    await page.evaluate(`for (const fold of document.querySelectorAll('main details')) fold.open = true`);
    const { violations } = await new AxeBuilder({ page }).analyze();
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect(serious.map(({ id, nodes }) => `${who}: ${id} ${nodes[0]!.html}`)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth'), who).toBe(0);
    const shots = process.env.KITH_SHOTS;
    if (shots !== undefined)
      await page.screenshot({ path: `${shots}/evaluation-${who}-${scheme}.png`, fullPage: true });
    expect(complaints).toEqual([]);
    await end();
  }
});
