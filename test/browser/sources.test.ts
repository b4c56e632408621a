import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdir } from 'node:fs/promises';
import path from 'node:path';

import AxeBuilder from '@axe-core/playwright';
import { startServer, type Server } from '@kith/api/server.ts';
import { addUser } from '@kith/etl/identity/people.ts';
import { startWorker, type Worker } from '@kith/etl/jobs/worker.ts';
import { addGrant } from '@kith/etl/organisation/grants.ts';
import { makeInstitution } from '@kith/etl/organisation/institutions.ts';
import { secretKey as keyOf } from '@kith/sql/secret-key.ts';
import { sql } from 'kysely';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { posts } from '../inbox/watched.ts';
import { openBrowser } from '../support/browser.ts';
import { freshDatabase, type FreshDatabase } from '../support/database.ts';
import { plantSession } from '../support/open-university.ts';
import { answered, reloadedUntil } from '../support/reloaded.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { statement } from '../xapi/receiver.ts';

/** A steward has a folder watched and a store fetched from, in a real browser; a real worker does it. */
let database: FreshDatabase;
let server: Server;
let worker: Worker;
let browser: Browser;
let store: ChildProcess;
let ralph: string;
let session: string;
let root: string;
let removeInbox: () => Promise<void>;
let page: Page;
const complaints: string[] = [];

beforeAll(async () => {
  database = await freshDatabase();
  const { institutionId } = await makeInstitution(database.db, { key: 'uni', title: 'U', timezone: 'Europe/Madrid' });
  const { personId } = await addUser(database.db, institutionId, { name: 'Ada Steward', email: 'ada@example.edu' });
  await addGrant(database.db, institutionId, personId, 'steward');
  session = await plantSession(database.db, institutionId, personId);
  ({ folder: root, remove: removeInbox } = await temporaryFolder());
  await mkdir(path.join(root, 'uni', 'moodle'), { recursive: true });
  await mkdir(path.join(root, 'another institution', 'secret'), { recursive: true });
  store = spawn(process.execPath, [path.join(import.meta.dirname, '../xapi/ralph-like.ts')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [first] = (await once(store.stdout!, 'data')) as [Buffer];
  ralph = first.toString().trim();
  const given = Array.from({ length: 3 }, (_, n) =>
    statement({ timestamp: new Date(Date.now() - n * 60_000).toISOString() }),
  );
  await fetch(`${ralph}/add`, { method: 'POST', body: JSON.stringify(given) });

  const secretKey = keyOf(Buffer.alloc(32, 7));
  server = await startServer({ appUrl: database.urls.app, secretKey, quiet: true, inbox: root });
  worker = await startWorker({
    jobsUrl: database.urls.jobs,
    db: database.db,
    secretKey,
    inbox: { root, settledFor: 50 },
    tell: (text) => complaints.push(text),
    sweepEvery: 200,
  });
  browser = await openBrowser();
  page = await open(1280, 'light');
}, 120_000);
afterAll(async () => {
  await browser.close();
  await worker.stop();
  await server.close();
  store.kill();
  await removeInbox();
  await database.drop();
});

async function open(width: number, colorScheme: 'light' | 'dark'): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, reducedMotion: 'reduce' });
  await context.addCookies([
    { name: 'kith_session', value: session, url: server.url, httpOnly: true, sameSite: 'Lax' },
  ]);
  const opened = await context.newPage();
  opened.on('pageerror', (error) => complaints.push(error.message));
  await opened.goto(`${server.url}/data/sources`, { waitUntil: 'networkidle' });
  return opened;
}

const says = (text: RegExp) => reloadedUntil(page, text);

const loaded = async () => (await database.owner.selectFrom('core.knownPost').select('postId').execute()).length;

const press = async (times: number) => {
  for (let n = 0; n < times; n += 1) await page.keyboard.press('Tab');
};

test(
  'from the data page, by keyboard alone: a folder is watched, and what lies in it comes in',
  { timeout: 180_000 },
  async () => {
    await page.goto(`${server.url}/data`, { waitUntil: 'networkidle' });
    await page.getByRole('link', { name: 'Sources that run by themselves' }).press('Enter');
    await page.getByRole('heading', { name: 'No source runs by itself yet' }).waitFor();
    await page.getByText('Watch a folder').press('Enter');
    const offered = await page.getByRole('combobox', { name: 'Folder' }).locator('option').allInnerTexts();
    expect(offered, 'what lies in another institution’s part is not offered').toEqual(['moodle']);
    await press(2); // the folder, and the name
    await page.keyboard.type('forum posts');
    await press(4); // connector, course, order of dates, when
    await page.keyboard.type('every day');
    await press(5); // hour, minute, and what a clock has beside
    await page.getByRole('button', { name: 'Add' }).first().press('Enter');
    await page.getByRole('heading', { name: 'forum posts' }).waitFor();
    await page.getByText(/Takes what lies in the folder “moodle”, every day at 06:00 \(Europe\/Madrid\)/).waitFor();
    await says(/Last look .*: nothing new lay there/);

    await copyFile(posts, path.join(root, 'uni', 'moodle', 'export.dat'));
    await answered(page, () => page.getByRole('button', { name: 'Run now forum posts' }).press('Enter'));
    await says(/Last look .*: 1 file was taken\./);
    await page.getByRole('link', { name: /Last load|waits for your decision/ }).click();
    await page.getByRole('heading', { level: 1, name: /Load 1/ }).waitFor();
    expect(await loaded()).toBeGreaterThan(0);
  },
);

test(
  'paused, it waits until it is told; a file of no known kind is said to be refused',
  { timeout: 180_000 },
  async () => {
    await page.goto(`${server.url}/data/sources`, { waitUntil: 'networkidle' });
    await page.getByRole('button', { name: 'Pause forum posts' }).click();
    await page.getByText('Paused: it runs only when told.').waitFor();
    await sql`update ops.schedule set next_at = now()`.execute(database.owner);
    await copyFile(path.resolve(import.meta.dirname, '../../LICENSE'), path.join(root, 'uni', 'moodle', 'letter.txt'));
    await says(/Paused/);
    await answered(page, () => page.getByRole('button', { name: 'Run now forum posts' }).click());
    await says(/1 file was refused\. What was refused lies in its folder/);
    await page.getByRole('button', { name: 'Go on forum posts' }).click();
    await page.getByText(/^Next |It runs in a moment/).waitFor();
  },
);

test(
  'a store is fetched from; its secret is in no answer; a wrong one is said in words',
  { timeout: 180_000 },
  async () => {
    await page.getByText('Fetch from a learning record store').click();
    const form = page.locator('form[action="?/pull"]');
    await form.getByLabel('Address of the xAPI endpoint').fill(`${ralph}/xAPI`);
    await form.getByLabel('Name of the source').fill('ralph');
    await form.getByLabel(/User name/).fill('kith');
    await form.getByLabel(/Password or token/).fill('secret');
    await form.getByLabel('When').selectOption('60');
    await form.getByRole('button', { name: 'Add' }).click();
    await page.getByRole('heading', { name: 'ralph' }).waitFor();
    await says(/Last asked .*: 3 statements came/);
    const answer = await page.evaluate<string>(`fetch('/api/v1/schedules').then((got) => got.text())`);
    expect(answer).toContain('ralph');
    expect(answer).not.toMatch(/secret/i);

    await page.getByText('Fetch from a learning record store').click();
    await form.getByLabel('Address of the xAPI endpoint').fill(`${ralph}/xAPI`);
    await form.getByLabel('Name of the source').fill('wrong');
    await form.getByLabel(/Password or token/).fill('not the token');
    await answered(page, () => form.getByRole('button', { name: 'Add' }).click());
    await says(/Last run .*: it did not work\.[^]*refuses the credential \(401\)/);
    await page.goto(`${server.url}/data`, { waitUntil: 'networkidle' });
    await page.getByText('3 sources run by themselves; 1 has trouble').waitFor();
  },
);

test('a name that is taken is refused in words, and what was there stays', { timeout: 60_000 }, async () => {
  await page.goto(`${server.url}/data/sources`, { waitUntil: 'networkidle' });
  await page.getByText('Fetch from a learning record store').click();
  const form = page.locator('form[action="?/pull"]');
  await form.getByLabel('Address of the xAPI endpoint').fill('https://lrs.example/xapi');
  await form.getByLabel('Name of the source').fill('forum posts');
  await form.getByRole('button', { name: 'Add' }).click();
  await page
    .getByRole('alert')
    .getByText(/“forum posts” runs by itself already/)
    .waitFor();
});

test.each([
  [1280, 'light'],
  [390, 'dark'],
] as const)('at %i, %s, nothing stands in anybody’s way', { timeout: 60_000 }, async (width, scheme) => {
  const opened = await open(width, scheme);
  for (const summary of await opened.locator('main summary').all()) await summary.click();
  const { violations } = await new AxeBuilder({ page: opened }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  expect(await opened.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
  if (process.env.KITH_PICTURES)
    await opened.screenshot({ path: `${process.env.KITH_PICTURES}-${width}.png`, fullPage: true });
});

test('removed, it is gone from the page, and what it loaded stays', { timeout: 60_000 }, async () => {
  await page.goto(`${server.url}/data/sources`, { waitUntil: 'networkidle' });
  const card = page.locator('article', { has: page.getByRole('heading', { name: 'forum posts' }) });
  await card
    .getByText(/^Remove/)
    .first()
    .click();
  await card.getByRole('button', { name: 'Remove forum posts' }).click();
  await page.getByRole('heading', { name: 'forum posts' }).waitFor({ state: 'detached' });
  expect(await loaded()).toBeGreaterThan(0);
  expect(complaints.filter((text) => !text.includes('401'))).toEqual([]);
});
