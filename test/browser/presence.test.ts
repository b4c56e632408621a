import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startServer, type Server } from '@kith/api/server.ts';
import { compute } from '@kith/etl/compute/compute.ts';
import { makeLink } from '@kith/etl/identity/sign-in-link.ts';
import { openBrowser } from '../support/browser.ts';
import { freshDatabase, type FreshDatabase } from '../support/database.ts';
import { groupWork } from '../support/group-work.ts';
import { lessons } from '../support/lessons.ts';
import { loadRecords, makeInstitution } from '../support/load-records.ts';
import { quietLearner, smallCourse } from '../support/small-course.ts';

describe('who came, who was active, and groups at work, on the page of a course', () => {
  let database: FreshDatabase;
  let server: Server;
  let browser: Awaited<ReturnType<typeof openBrowser>>;
  let link: () => Promise<string>;
  let course: string;

  beforeAll(async () => {
    database = await freshDatabase();
    const institutionId = await makeInstitution(database.db);
    await loadRecords(database.db, institutionId, [...smallCourse(), ...quietLearner, ...lessons, ...groupWork]);
    await compute(database.db, institutionId, { now: new Date('2026-02-02T06:00:00Z') });
    const { personId } = await database.db
      .selectFrom('identity.person')
      .select('personId')
      .where('displayName', '=', 'Name of tut')
      .executeTakeFirstOrThrow();
    const { courseId } = await database.db
      .selectFrom('core.course')
      .select('courseId')
      .where('title', '=', 'Small course')
      .executeTakeFirstOrThrow();
    server = await startServer({ appUrl: database.urls.app, quiet: true });
    course = `${server.url}/courses/${String(courseId)}`;
    link = async () =>
      `${server.url}/sign-in?token=${await makeLink(database.db, { institutionId, personId, hours: 1 })}`;
    browser = await openBrowser();
  }, 240_000);
  afterAll(async () => {
    await browser.close();
    await server.close();
    await database.drop();
  });

  async function opened(width: number, colorScheme: 'light' | 'dark', locale = 'en-GB') {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, locale });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    await page.goto(await link(), { waitUntil: 'networkidle' });
    await page.locator('form button').first().click();
    await page.waitForURL((url) => !url.pathname.includes('sign-in'));
    await page.goto(course, { waitUntil: 'networkidle' });
    return { page, complaints, close: () => context.close() };
  }
  const grid = (page: Page) => page.getByRole('grid', { name: /Who came, who was active|Wer kam, wer aktiv war/ });

  test.each([
    ['wide, light', 1280, 'light'],
    ['phone, dark', 390, 'dark'],
  ] as const)(
    'the strips are read with the keyboard, cell by cell in words, and are accessible: %s',
    async (_, width, scheme) => {
      const { page, complaints, close } = await opened(width, scheme);
      await page.getByText('1 of 2 learners for whom a session was held came to one').waitFor();
      const row = grid(page).locator('tr', { hasText: 'Name of l0' });
      expect(await row.locator('td').allInnerTexts()).toEqual(['1/1', '1/1', '1/1', '1/1', '2', '2', '5', '3']);
      // What nobody can tell is neither empty nor nought.
      const never = grid(page).locator('tr', { hasText: 'Name of never' }).locator('td');
      expect(await never.allInnerTexts()).toEqual(Array.from({ length: 8 }, () => '?'));

      await row.locator('td').first().focus();
      const first = grid(page).locator('td[tabindex="0"]');
      await first.focus();
      await page.getByText('Name of never, week 1: not known, no source shows it.').waitFor();
      expect(await first.getAttribute('aria-describedby')).toBe('presence-said');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('End');
      await page.keyboard.press('Home');
      await page.keyboard.press('ArrowRight');
      await page.locator('.said', { hasText: 'week 2' }).waitFor();
      expect(await page.locator('.said').innerText()).toMatch(/^Name of \w+, week 2: /);
      expect(await grid(page).locator('td[tabindex="0"]').count()).toBe(1);

      const { violations } = await new AxeBuilder({ page }).analyze();
      const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
      expect(serious.map(({ id, nodes }) => `${id} ${nodes[0]!.html}`)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
      expect(complaints).toEqual([]);
      await close();
    },
    240_000,
  );

  test('order and state stand in the address, and the sums say the same as the strips', async () => {
    const { page, close } = await opened(1280, 'light');
    await page.getByRole('link', { name: 'longest away first' }).click();
    await page.waitForURL(/order=quiet/);
    await expect
      .poll(() => grid(page).locator('tbody tr th').first().innerText(), { timeout: 60_000 })
      .toBe('Name of late');
    await page.getByRole('link', { name: /^Read along/ }).click();
    await page.waitForURL(/roster=reading_only/);
    await expect.poll(() => grid(page).locator('tr[data-person]').count(), { timeout: 60_000 }).toBe(2);
    await page.getByText('The same as a table').click();
    const sums = page.getByRole('region', { name: 'The same as a table' }).locator('tr', { hasText: 'Name of late' });
    expect((await sums.locator('td').allInnerTexts()).map((text) => text.trim())).toEqual([
      '0 of 1',
      '1',
      '1 of 2',
      '0',
    ]);
    await close();
  });

  test('every number is told from its neighbours without colour, and on paper nothing is cut', async () => {
    const { page, close } = await opened(1280, 'light');
    const texts = await grid(page).locator('td').allInnerTexts();
    expect(new Set(texts.map((text) => (/^\d/.test(text) ? 'number' : text)))).toEqual(
      new Set(['number', '?', 'e', '·', '']),
    );
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width: 720, height: 1000 });
    const wider = await page.evaluate(
      "(() => { const grid = document.querySelector('[role=grid]'); return grid.scrollWidth - grid.parentElement.clientWidth; })()",
    );
    expect(wider).toBeLessThanOrEqual(0);
    expect(await page.getByRole('navigation', { name: 'Order' }).isVisible()).toBe(false);
    await close();
  });

  test('a group that works without some of its members is a hint about the group, and leads to mixing', async () => {
    const { page, close } = await opened(390, 'light');
    const groups = page.locator('section[aria-labelledby=groups]');
    await groups.getByText('2 groups work together here; in 1 of them some take part little.').waitFor();
    const [even, idle, uneven] = await groups.locator('li').allInnerTexts();
    expect(even).toContain('3 of 3 members take part; 6 contributions in four weeks.');
    expect(even).toContain('Feedback: 1 of 2 assigned given so far, 1 received in four weeks.');
    expect(idle).toContain('too little is seen in four weeks to say anything');
    expect(uneven).toContain('2 of 4 members take part');
    expect(uneven).toContain('Ask the group how it shares the work, before you ask anybody alone.');
    // The hint names nobody: names stand in the list of all members only.
    expect(uneven).not.toMatch(/Name of/);
    await groups.locator('li').nth(2).getByText('Who takes part how far').click();
    await groups.getByRole('link', { name: 'Name of l5' }).waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
    await groups.getByRole('link', { name: 'Mix the next groups' }).click();
    await page.getByRole('heading', { level: 1, name: 'Mix groups' }).waitFor();
    await close();
  });
});
