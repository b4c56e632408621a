import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';

import { openPages } from '../support/open-pages.ts';

/** The network page beyond the picture: as a matrix, nearer, week by week, and taken along. */
const { kith, server, openAs, close } = await openPages();
afterAll(close);

async function openNetwork(query = '', width?: number, colorScheme?: 'light' | 'dark') {
  const opened = await openAs(kith.staff.instructor, width, colorScheme);
  await opened.page.goto(`${server.url}/courses/${String(kith.own.courseId)}/network${query}`, {
    waitUntil: 'networkidle',
  });
  return opened;
}

const ties = (page: Page) => page.locator('table caption', { hasText: /tie/ }).innerText();

test('the matrix has two cells for every pair that the table names, and reads a cell aloud', async () => {
  const { page, complaints, close: end } = await openNetwork('?view=matrix');
  const drawn = await page.locator('svg[role=img] rect.tie').count();
  expect(drawn).toBeGreaterThan(0);
  await page.getByRole('link', { name: 'Table', exact: true }).click();
  await page.locator('table').first().waitFor();
  const rows = await page.locator('table').last().locator('tbody tr').allInnerTexts();
  const pairs = new Set(
    rows.map((row) =>
      row
        .split('\t')
        .slice(0, 2)
        .map((name) => name.replace(/^with\s*/, '').trim())
        .sort()
        .join(' / '),
    ),
  );
  expect(await ties(page)).toMatch(/ties?$/);
  expect(drawn).toBe(2 * pairs.size);
  await page.getByRole('link', { name: 'Matrix', exact: true }).click();
  await page.locator('svg[role=img] rect.tie').first().hover();
  await page.getByText(/replies’ worth of contact/).waitFor();
  expect(complaints).toEqual([]);
  await end();
});

test('nearer and back, by keyboard; a pull moves the picture and chooses nobody', async () => {
  const { page, close: end } = await openNetwork();
  const ground = page.locator('figure svg[role=presentation] g').first();
  const lies = () => ground.getAttribute('transform');
  expect(await lies()).toBe('translate(0 0) scale(1)');
  await page.getByRole('button', { name: 'Nearer' }).focus();
  await page.keyboard.press('Enter');
  expect(await lies()).toContain('scale(1.5)');
  const before = await lies();
  const drawing = page.locator('figure svg[role=presentation]');
  await drawing.scrollIntoViewIfNeeded();
  const box = (await drawing.boundingBox())!;
  const [x, y] = [box.x + box.width / 2, Math.max(20, box.y + 120)];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 60, y + 40, { steps: 4 });
  await page.mouse.up();
  expect(await lies()).not.toBe(before);
  expect(page.url()).not.toContain('person=');
  await page.getByRole('button', { name: 'All of it' }).click();
  expect(await lies()).toBe('translate(0 0) scale(1)');
  await end();
});

test('it plays from the first week to the last and stops there', async () => {
  const { page, close: end } = await openNetwork('?week=1');
  await page.getByRole('button', { name: 'Play' }).click();
  await page.waitForURL(/week=3/, { timeout: 60_000 });
  await page.getByRole('button', { name: 'Pause' }).click();
  await page.getByRole('button', { name: 'Play' }).waitFor();
  await end();
});

test('taken along as SVG, PNG and GraphML: the same people and ties, the last without names', async () => {
  const { page, complaints, close: end } = await openNetwork('?kinds=reply');
  const saved = async (name: string) => {
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()]);
    return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
  };
  const lines = await page.locator('figure svg[role=presentation] g line').count();
  const svg = await saved('SVG');
  expect(svg.name).toMatch(/^network-week-\d+\.svg$/);
  expect(svg.bytes.toString()).toMatch(/^<svg[^>]* xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
  expect(svg.bytes.toString()).not.toMatch(/<a |href|var\(/);
  expect(svg.bytes.toString().match(/<line/g)?.length).toBeGreaterThanOrEqual(lines);
  const png = await saved('PNG');
  expect(png.bytes.subarray(1, 4).toString()).toBe('PNG');
  expect(png.bytes.length).toBeGreaterThan(5000);
  const graph = (await saved('GraphML, without names')).bytes.toString();
  expect(graph.match(/<node /g)).toHaveLength(await page.locator('figure svg a').count());
  for (const { name } of kith.own.learners) expect(graph).not.toContain(name);
  expect(complaints).toEqual([]);
  await end();
});

test.each([
  [1280, 'light'],
  [390, 'dark'],
] as const)('every view is accessible at %i, %s', async (width, scheme) => {
  const { page, close: end } = await openNetwork('', width, scheme);
  for (const query of ['?circles=true&staff=true', '?view=table', '?view=matrix', '?view=picture&circles=true']) {
    await page.goto(`${server.url}/courses/${String(kith.own.courseId)}/network${query}`, { waitUntil: 'networkidle' });
    const { violations } = await new AxeBuilder({ page }).analyze();
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect(serious.map(({ id, nodes }) => `${query}: ${id} ${nodes[0]!.html}`)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
  }
  await end();
});
