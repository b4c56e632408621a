import AxeBuilder from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startServer, type Server } from '@kith/api/server.ts';
import { compute } from '@kith/etl/compute/compute.ts';
import { makeLink } from '@kith/etl/identity/sign-in-link.ts';
import { openBrowser } from '../support/browser.ts';
import { freshDatabase, type FreshDatabase } from '../support/database.ts';
import { loadRecords, makeInstitution } from '../support/load-records.ts';
import { quietLearner, smallCourse } from '../support/small-course.ts';

describe('an instructor, from the sign-in link to a learner’s reasons', () => {
  let database: FreshDatabase;
  let server: Server;
  let browser: Browser;
  let link: () => Promise<string>;

  beforeAll(async () => {
    database = await freshDatabase();
    const institutionId = await makeInstitution(database.db);
    await loadRecords(database.db, institutionId, [...smallCourse(), ...quietLearner]);
    await compute(database.db, institutionId, { now: new Date('2026-02-02T06:00:00Z') });
    const { personId } = await database.db
      .selectFrom('identity.person')
      .select('personId')
      .where('displayName', '=', 'Name of tut')
      .executeTakeFirstOrThrow();
    server = await startServer({ appUrl: database.urls.app, quiet: true });
    link = async () =>
      `${server.url}/sign-in?token=${await makeLink(database.db, { institutionId, personId, hours: 1 })}`;
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
    await database.drop();
  });

  test('by mouse, on a wide screen', async () => {
    const { page, complaints, close } = await open(browser, 1440, 'light');
    await page.goto(await link(), { waitUntil: 'networkidle' });
    await page.getByRole('button', { name: /continue/i }).click();
    await page.getByRole('link', { name: 'Small course' }).first().click();
    await page.getByRole('link', { name: 'Name of quiet' }).first().click();
    await page.getByRole('heading', { level: 1, name: 'Name of quiet' }).waitFor();
    expect(await page.getByText('may be unconnected here').count()).toBeGreaterThan(0);
    expect(await page.getByText(/In touch with no classmate lately/).count()).toBeGreaterThan(0);
    expect(await page.getByText(/the roster says you are instructor/).count()).toBe(1);

    await page
      .getByRole('link', { name: /In touch with no classmate lately/ })
      .first()
      .click();
    await page.getByText(/Sum over classmates/).waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  test('with the keyboard alone', async () => {
    const { page, close } = await open(browser, 1280, 'light');
    await page.goto(await link(), { waitUntil: 'networkidle' });
    await pressUntil(page, 'Tab', () => focusIs(page, /continue/i));
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Small course' }).first().waitFor();
    await arrived(page);
    await pressUntil(page, 'Tab', () => focusIs(page, /Small course/));
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Name of quiet' }).first().waitFor();
    await arrived(page);
    await pressUntil(page, 'Tab', () => focusIs(page, /Name of quiet/));
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Name of quiet' }).waitFor();
    await close();
  });

  test.each([
    ['wide, light', 1440, 'light'],
    ['phone, dark', 390, 'dark'],
  ] as const)(
    'every page is accessible and keeps its security policy: %s',
    async (_, width, scheme) => {
      const { page, complaints, close } = await open(browser, width, scheme);
      await page.goto(await link(), { waitUntil: 'networkidle' });
      await page.getByRole('button', { name: /continue/i }).click();
      await page.getByRole('link', { name: 'Small course' }).first().waitFor();
      const course = await page.getByRole('link', { name: 'Small course' }).first().getAttribute('href');
      await page.goto(server.url + course!, { waitUntil: 'networkidle' });
      const learner = await page.getByRole('link', { name: 'Name of quiet' }).first().getAttribute('href');
      for (const path of [
        '/?courses',
        course!,
        `${course!}?week=1`,
        learner!,
        `${course!}/network`,
        '/methods',
        '/data',
        '/nowhere',
      ]) {
        await page.goto(server.url + path, { waitUntil: 'networkidle' });
        const { violations } = await new AxeBuilder({ page }).analyze();
        const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
        expect(serious.map(({ id, nodes }) => `${path}: ${id} ${nodes[0]!.html}`)).toEqual([]);
        const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
        expect(`${path}: ${String(overflow)}`).toBe(`${path}: 0`);
      }
      expect(complaints.filter((text) => !text.includes('404') && !text.includes('403'))).toEqual([]);
      await close();
    },
    240_000,
  );

  test('the picture and its table hold the same facts', async () => {
    const { page, close } = await open(browser, 1440, 'light');
    await page.goto(await link(), { waitUntil: 'networkidle' });
    await page.getByRole('button', { name: /continue/i }).click();
    const course = await page.getByRole('link', { name: 'Small course' }).first().getAttribute('href');
    await page.goto(`${server.url}${course!}/network`, { waitUntil: 'networkidle' });
    expect(await page.getByRole('link', { name: 'Name of quiet' }).count()).toBeGreaterThan(0);
    const drawn = await page.locator('svg a circle.dot').count();
    await page
      .getByRole('tab', { name: 'Table' })
      .or(page.getByRole('link', { name: 'Table' }))
      .or(page.getByRole('button', { name: 'Table' }))
      .first()
      .click();
    await page.locator('table tbody tr').first().waitFor();
    expect(await page.locator('table').first().locator('tbody tr').count()).toBe(drawn);
    await close();
  });

  test('a used link says so, and nothing opens', async () => {
    const { page, close } = await open(browser, 1280, 'light');
    const used = await link();
    await page.goto(used, { waitUntil: 'networkidle' });
    await page.getByRole('button', { name: /continue/i }).click();
    await page.getByRole('link', { name: 'Small course' }).first().waitFor();
    await page.context().clearCookies();
    await page.goto(used, { waitUntil: 'networkidle' });
    await page.getByRole('button', { name: /continue/i }).click();
    await page.getByText(/used already/).waitFor();
    await page.goto(server.url, { waitUntil: 'networkidle' });
    expect(new URL(page.url()).pathname).toBe('/sign-in');
    await close();
  });
});

interface Opened {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the browser itself complained of: broken policies, missing files, errors. */
  readonly complaints: readonly string[];
  readonly close: () => Promise<void>;
}

async function open(browser: Browser, width: number, colorScheme: 'light' | 'dark'): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, reducedMotion: 'reduce' });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return { page, context, complaints, close: () => context.close() };
}

/** A new page is drawn a moment before the focus is set back to its beginning; a key pressed between is lost. */
const arrived = (page: Page): Promise<void> => page.locator('main[aria-busy="false"]').waitFor();

const focusIs = async (page: Page, name: RegExp): Promise<boolean> =>
  name.test(
    await page.evaluate<string>('document.activeElement === document.body ? "" : document.activeElement.textContent'),
  );

async function pressUntil(page: Page, key: string, done: () => Promise<boolean>): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    if (await done()) return;
    await page.keyboard.press(key);
  }
  throw new Error(`Sixty times ${key} did not lead there.`);
}
