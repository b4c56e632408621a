import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startServer, type Server } from '@kith/api/server.ts';
import { compute } from '@kith/etl/compute/compute.ts';
import { makeLink } from '@kith/etl/identity/sign-in-link.ts';
import { changeSource } from '@kith/etl/organisation/sources.ts';
import type { RecordInput } from '@kith/etl/records/record.ts';
import { openBrowser } from '../support/browser.ts';
import { freshDatabase, type FreshDatabase } from '../support/database.ts';
import { mailServer } from '../support/mail-server.ts';
import { loadRecords, makeInstitution } from '../support/load-records.ts';
import { at, person, smallCourse } from '../support/small-course.ts';

/** Comes every week and looks, and nobody and nothing ever reaches them; and somebody who asked today. */
const beside: RecordInput[] = [
  ...person('quiet', 'learner'),
  ...[0, 7, 14, 21].map((day): RecordInput => ({
    type: 'activity',
    key: `quiet ${String(day)}`,
    course: 'c',
    person: 'quiet',
    verb: 'viewed',
    at: at(day),
  })),
  ...person('newcomer', 'learner', new Date(Date.now() - 5 * 86_400_000).toISOString()),
  {
    type: 'post',
    key: 'hello all/1',
    course: 'c',
    thread: 't 1',
    author: 'newcomer',
    title: 'Introducing myself',
    createdAt: new Date(Date.now() - 26 * 3_600_000).toISOString(),
  },
];

describe('the Monday of an instructor', () => {
  let database: FreshDatabase;
  let server: Server;
  let browser: Browser;
  let mail: Awaited<ReturnType<typeof mailServer>>;
  let link: () => Promise<string>;

  beforeAll(async () => {
    database = await freshDatabase();
    const institutionId = await makeInstitution(database.db);
    await loadRecords(database.db, institutionId, [...smallCourse(), ...beside]);
    await changeSource(database.db, institutionId, 'native', {
      timezone: undefined,
      settings: { linkTemplate: 'https://lms.example/discuss.php?d={threadKey}#p{key}' },
    });
    await compute(database.db, institutionId, { now: new Date('2026-02-02T06:00:00Z') });
    const { personId } = await database.db
      .selectFrom('identity.person')
      .select('personId')
      .where('displayName', '=', 'Name of tut')
      .executeTakeFirstOrThrow();
    mail = await mailServer();
    server = await startServer({
      appUrl: database.urls.app,
      quiet: true,
      mail: { url: mail.url, from: 'kith@example.edu' },
    });
    await database.owner
      .updateTable('identity.person')
      .set({ email: 'quiet@example.edu' })
      .where('displayName', '=', 'Name of quiet')
      .execute();
    link = async () =>
      `${server.url}/sign-in?token=${await makeLink(database.db, { institutionId, personId, hours: 1 })}`;
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
    await mail.stop();
    await database.drop();
  });
  afterEach(async () => {
    for (const table of ['care.contact', 'care.outcome', 'care.alertView', 'care.alertStep'] as const)
      await database.owner.deleteFrom(table).execute();
    await database.owner.updateTable('insight.alert').set({ state: 'open', stateBy: null }).execute();
  });

  async function opened(width = 1320, colorScheme: 'light' | 'dark' = 'light') {
    const context = await browser.newContext({
      viewport: { width, height: 900 },
      colorScheme,
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(await link());
    return { page, complaints, close: () => context.close() };
  }

  async function enter(page: Page): Promise<void> {
    await page.getByRole('button', { name: /continue/i }).click();
    await page.getByRole('heading', { level: 1, name: /person to reach out to/ }).waitFor();
    await page.waitForLoadState('networkidle');
  }

  test('from sign-in to the first contact noted in at most four clicks, and undo', async () => {
    const { page, complaints, close } = await opened();
    let clicks = 0;
    const click = async (name: RegExp) => {
      clicks += 1;
      await page.getByRole('button', { name }).first().click();
    };
    await click(/continue/i);
    await page.getByRole('article').first().waitFor();
    await page.waitForLoadState('networkidle');
    await click(/^Log a contact$/);
    await click(/^Note it$/);
    await page.getByText('Noted: you reached out to Name of quiet.').waitFor();
    expect(clicks).toBeLessThanOrEqual(4);
    expect(await page.getByRole('article').count()).toBe(0);
    expect(await database.owner.selectFrom('care.contact').select('channel').execute()).toEqual([{ channel: 'mail' }]);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Taken back.').waitFor();
    expect(await page.getByRole('article').count()).toBe(1);
    expect(complaints).toEqual([]);
    await close();
  });

  test('the same with the keyboard alone, by letters', async () => {
    const { page, close } = await opened();
    await page.keyboard.press('Tab');
    await page.getByRole('button', { name: /continue/i }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('article').first().waitFor();
    await page.waitForLoadState('networkidle');
    await page.keyboard.press('j');
    await page.keyboard.press('l');
    await page.getByRole('button', { name: 'Note it' }).waitFor();
    await page.getByRole('button', { name: 'Note it' }).press('Enter');
    await page.getByText('Noted: you reached out').waitFor();
    await page.keyboard.press('u');
    await page.getByText('Taken back.').waitFor();
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
    await page.keyboard.press('Escape');
    await close();
  });

  test('a message: refused with a word of scores, then sent after a second look, and noted', async () => {
    const { page, complaints, close } = await opened();
    await enter(page);
    await page.getByRole('link', { name: /^Write to/ }).click();
    await page.getByRole('heading', { level: 1, name: 'Write to Name of quiet' }).waitFor();
    await page.waitForLoadState('networkidle');
    const text = page.getByLabel('Message');
    const friendly = await text.inputValue();
    expect(friendly).toContain('Small course');
    await text.fill('You are at risk here.');
    await page.getByRole('button', { name: 'Send by e-mail' }).click();
    await page.getByRole('button', { name: 'Yes, send it' }).click();
    await page.getByText(/“at risk”/).waitFor();
    expect(await text.inputValue()).toBe('You are at risk here.');
    expect(mail.taken).toEqual([]);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
    await text.fill(friendly);
    await page.getByRole('button', { name: 'Send by e-mail' }).click();
    await page.getByRole('button', { name: 'Yes, send it' }).click();
    await page.getByText('Done, and noted.').waitFor();
    expect((await mail.next()).to).toEqual(['quiet@example.edu']);
    expect(await page.getByRole('article').count()).toBe(0);
    expect(complaints.filter((one) => !one.includes('400'))).toEqual([]);
    await close();
  });

  test('put off, and no concern with a reason', async () => {
    const { page, close } = await opened();
    await enter(page);
    await page.getByRole('button', { name: 'Not now' }).click();
    await page.getByRole('button', { name: 'Put off for 2 weeks' }).click();
    await page.getByText('Name of quiet is put off.').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Taken back.').waitFor();
    await page.getByRole('button', { name: 'Not now' }).click();
    await page.getByLabel('Why is it no concern?').fill('writes with us by mail');
    await page.getByRole('button', { name: 'Take off my list' }).click();
    await page.getByText('Name of quiet is off your list.').waitFor();
    const steps = await database.owner.selectFrom('care.alertStep').select('reason').orderBy('stepId').execute();
    expect(steps).toEqual([{ reason: null }, { reason: 'writes with us by mail' }]);
    await close();
  });

  test('one note for several', async () => {
    const { page, close } = await opened();
    await enter(page);
    await page.getByRole('checkbox', { name: 'Choose Name of quiet' }).check();
    await page.getByRole('button', { name: 'Wrote to all 1' }).click();
    await page.getByText('Noted: you reached out to 1 person.').waitFor();
    await close();
  });

  test('a newcomer’s open first post leads into the learning platform', async () => {
    const { page, close } = await opened();
    await enter(page);
    const post = page.getByRole('link', { name: /Introducing myself/ });
    expect(await post.getAttribute('href')).toBe('https://lms.example/discuss.php?d=t%201#phello%20all%2F1');
    await close();
  });

  test('a choice is in the address, and what nobody fits says so', async () => {
    const { page, close } = await opened();
    await enter(page);
    await page.goto(`${server.url}/monday?pattern=told_us`);
    await page.getByText('Nobody fits this choice.').waitFor();
    await page.getByRole('link', { name: 'Show everyone' }).click();
    await page.getByRole('article').first().waitFor();
    await close();
  });

  test.each([
    ['wide, light', 1320, 'light'],
    ['phone, dark', 390, 'dark'],
  ] as const)('accessible in every state: %s', async (_, width, scheme) => {
    const { page, complaints, close } = await opened(width, scheme);
    await enter(page);
    const clean = async (state: string) => {
      const { violations } = await new AxeBuilder({ page }).analyze();
      const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
      expect(serious.map(({ id, nodes }) => `${state}: ${id} ${nodes[0]!.html}`)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth'), state).toBe(0);
    };
    await clean('full');
    await page.getByRole('button', { name: 'Log a contact' }).click();
    await clean('logging');
    await page.getByRole('button', { name: 'Not now' }).click();
    await clean('not now');
    await page.getByRole('checkbox', { name: 'Choose Name of quiet' }).check();
    await clean('chosen');
    await page.getByRole('button', { name: /^Put off for 1/ }).click();
    await page.getByText('is put off').waitFor();
    await clean('empty, with undo');
    expect(complaints).toEqual([]);
    await close();
  });
});
