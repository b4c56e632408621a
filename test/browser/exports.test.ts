import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { carryOutExports } from '@kith/etl/exports/carry-out.ts';
import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';

import { openPages } from '../support/open-pages.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import type { StaffRole } from '../support/university.ts';

/** A researcher asks, a steward approves, the researcher fetches: in a real browser. */
const place = await temporaryFolder();
const { kith, server, openAs, close } = await openPages({ exports: path.join(place.folder, 'exports') });
afterAll(async () => {
  await close();
  await place.remove();
});

const open = (who: StaffRole, width?: number, colorScheme?: 'light' | 'dark') =>
  openAs(kith.staff[who], width, colorScheme);

const seen = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();
/** Every page is reached and used by the keyboard alone. */
const press = async (page: Page, name: string) => {
  await page.getByRole('button', { name, exact: true }).first().focus();
  await page.keyboard.press('Enter');
};

test('a researcher asks, a steward approves, the researcher fetches, the steward ends it', async () => {
  const researcher = await open('researcher');
  await researcher.page.goto(`${server.url}/programmes`, { waitUntil: 'networkidle' });
  await researcher.page.getByRole('link', { name: 'Research exports' }).focus();
  await researcher.page.keyboard.press('Enter');
  await seen(researcher.page, 'Pseudonymised personal data');
  await researcher.page.getByRole('checkbox', { name: 'Ties' }).focus();
  await researcher.page.keyboard.press('Space');
  await researcher.page.getByLabel('What for').fill('Are answers sooner where groups are small? With two colleagues.');
  await press(researcher.page, 'Ask a steward');
  await seen(researcher.page, /waits for a steward · asked by north researcher/);

  const steward = await open('steward');
  await steward.page.goto(`${server.url}/data`, { waitUntil: 'networkidle' });
  await steward.page.getByRole('link', { name: 'Research exports' }).click();
  await seen(steward.page, 'Are answers sooner where groups are small?');
  await seen(steward.page, 'Learner-weeks and Ties, as CSV, without courses of fewer than 5 learners.');
  await seen(steward.page, 'What it would release is being counted.');
  await carryOutExports(kith.database.db, kith.institutionId, { folder: place.folder });
  await steward.page.reload({ waitUntil: 'networkidle' });
  await seen(steward.page, 'What an approval would release now');
  await steward.page.getByLabel('A word to it').fill('Ethics vote 17.');
  await press(steward.page, 'Approve');
  await seen(steward.page, 'being made');

  await carryOutExports(kith.database.db, kith.institutionId, { folder: place.folder });
  await researcher.page.reload();
  await seen(researcher.page, /ready · asked by north researcher/);
  await seen(researcher.page, 'Decided by north steward: Ethics vote 17.');
  const coming = researcher.page.waitForEvent('download');
  await researcher.page.getByRole('link', { name: 'learner_weeks.csv' }).focus();
  await researcher.page.keyboard.press('Enter');
  expect((await coming).suggestedFilename()).toBe('export-1-learner_weeks.csv');

  await steward.page.reload();
  expect(await steward.page.getByRole('link', { name: 'learner_weeks.csv' }).count()).toBe(0);
  await press(steward.page, 'End it now');
  await seen(steward.page, 'being removed');
  expect([...researcher.complaints, ...steward.complaints]).toEqual([]);
  await researcher.close();
  await steward.close();
});

test('a token is made, shown once and ended', async () => {
  const { page, complaints, close } = await open('researcher');
  await page.goto(`${server.url}/exports`, { waitUntil: 'networkidle' });
  await page.getByRole('link', { name: 'Tokens for programs' }).click();
  await page.getByLabel('What it is for').fill('Notebook');
  await press(page, 'Make');
  await seen(page, 'nobody can show it again');
  const token = (await page.locator('code').first().textContent())!;
  const headers = { authorization: `Bearer ${token}` };
  expect((await fetch(`${server.url}/api/v1/exports`, { headers })).status).toBe(200);
  await page.reload();
  expect(await page.content()).not.toContain(token);
  await press(page, 'End Notebook');
  await seen(page, 'No token holds.');
  expect((await fetch(`${server.url}/api/v1/exports`, { headers })).status).toBe(401);
  expect(complaints).toEqual([]);
  await close();
});

test.each([
  ['wide, light', 1440, 'light'],
  ['phone, dark', 390, 'dark'],
] as const)('the page is accessible and fits: %s', async (_, width, scheme) => {
  const filled = await open('researcher');
  await filled.page.goto(`${server.url}/exports`, { waitUntil: 'networkidle' });
  await filled.page.getByLabel('What for').fill('One more, so that something waits on the page of the steward.');
  await press(filled.page, 'Ask a steward');
  await seen(filled.page, 'waits for a steward');
  await filled.page.waitForLoadState('networkidle');
  await filled.close();
  await carryOutExports(kith.database.db, kith.institutionId, { folder: place.folder });
  for (const who of ['researcher', 'steward', 'instructor'] as const) {
    const { page, complaints, close } = await open(who, width, scheme);
    for (const path of ['/tokens', '/exports']) {
      await page.goto(server.url + path, { waitUntil: 'networkidle' });
      const { violations } = await new AxeBuilder({ page }).analyze();
      const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
      expect(serious.map(({ id, nodes }) => `${who}: ${id} ${nodes[0]!.html}`)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth'), who).toBe(0);
      const shots = process.env.KITH_SHOTS;
      if (shots !== undefined) await page.screenshot({ path: `${shots}${path}-${who}-${scheme}.png`, fullPage: true });
    }
    expect(complaints).toEqual([]);
    await close();
  }
});
