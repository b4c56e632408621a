import AxeBuilder from '@axe-core/playwright';
import { startServer, type Server } from '@kith/api/server.ts';
import { addUser } from '@kith/etl/identity/people.ts';
import { startWorker, type Worker } from '@kith/etl/jobs/worker.ts';
import { addGrant } from '@kith/etl/organisation/grants.ts';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { course, enrolled, matchPlace, person, post } from '../identity/match-place.ts';
import { openBrowser } from '../support/browser.ts';
import { freshDatabase, type FreshDatabase } from '../support/database.ts';
import { makeInstitution } from '../support/load-records.ts';
import { plantSession } from '../support/open-university.ts';
import { answered, reloadedUntil } from '../support/reloaded.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** A steward answers who is who, in a real browser; the worker carries it out. */
let database: FreshDatabase;
let server: Server;
let worker: Worker;
let browser: Browser;
let removeSpool: () => Promise<void>;
let here: ReturnType<typeof matchPlace>;
let session: string;

beforeAll(async () => {
  database = await freshDatabase();
  const institutionId = await makeInstitution(database.db);
  here = matchPlace(database, institutionId);
  const { personId } = await addUser(database.db, institutionId, { name: 'Ada Steward', email: 'ada@example.edu' });
  await addGrant(database.db, institutionId, personId, 'steward');
  session = await plantSession(database.db, institutionId, personId);
  const home = { scheme: 'email', value: 'home@x.edu', verified: true } as const;
  await here.read(
    'sis',
    course('A'),
    person('s1', 'Ana Silva'),
    enrolled('s1', 'A'),
    person('s2', 'Bo One', { claims: [{ scheme: 'sis', value: '2' }, home] }),
    person('s3', 'Bo Two', { claims: [{ scheme: 'sis', value: '3' }, home] }),
  );
  await here.read(
    'discord',
    course('A'),
    person('d1', 'nightwolf', { claims: [{ scheme: 'handle', value: 'nightwolf#7' }] }),
    post('p2', 'd1', 'A'),
  );
  await here.read('zoom', course('A'), person('z1', 'SILVA, Ana (Guest)'), post('p1', 'z1', 'A'));
  const spool = await temporaryFolder();
  removeSpool = spool.remove;
  server = await startServer({ appUrl: database.urls.app, quiet: true });
  worker = await startWorker({
    jobsUrl: database.urls.jobs,
    db: database.db,
    spool: spool.folder,
    tell: () => undefined,
  });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await worker.stop();
  await server.close();
  await removeSpool();
  await database.drop();
});

async function open(width: number, colorScheme: 'light' | 'dark') {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, reducedMotion: 'reduce' });
  await context.addCookies([
    { name: 'kith_session', value: session, url: server.url, httpOnly: true, sameSite: 'Lax' },
  ]);
  const page = await context.newPage();
  await page.goto(`${server.url}/data/matches`, { waitUntil: 'networkidle' });
  return { page, close: () => context.close() };
}

test.each([
  [1280, 'light'],
  [390, 'dark'],
] as const)('at %i, %s, nothing stands in anybody’s way', async (width, scheme) => {
  const { page, close } = await open(width, scheme);
  await page.getByText('May be one person').waitFor();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  const wide = await page.evaluate<number>('document.documentElement.scrollWidth');
  expect(wide).toBeLessThanOrEqual(width);
  if (process.env.KITH_PICTURES)
    await page.screenshot({ path: `${process.env.KITH_PICTURES}-${width}.png`, fullPage: true });
  await close();
});

test(
  'a suggestion says its evidence, is taken by the keyboard, and can be taken back',
  { timeout: 240_000 },
  async () => {
    const { page, close } = await open(1280, 'light');
    await page
      .getByRole('heading', { name: /Is SILVA, Ana \(Guest\) in zoom the same person as Ana Silva in sis/ })
      .waitFor();
    await page.getByText(/nobody else in the course is called that/).waitFor();
    await page.getByLabel('Why (kept in the log)').first().fill('Asked her in class');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toContain('One person');
    await page.keyboard.press('Enter');
    await expect.poll(() => here.persons(), { timeout: 60_000 }).toContain('sis/s1 = zoom/z1');
    await page.reload();
    await page.getByRole('cell', { name: 'Asked her in class' }).waitFor();
    await page.getByRole('cell', { name: /Ada Steward/ }).waitFor();
    await page.getByRole('button', { name: /Take back/ }).click();
    await expect.poll(() => here.persons(), { timeout: 60_000 }).toContain('zoom/z1');
    await close();
  },
);

test(
  'whom only a handle names is found by a word, and joined by the learner’s own word alone',
  { timeout: 240_000 },
  async () => {
    const { page, close } = await open(1280, 'light');
    const find = async (word: string, account: RegExp) => {
      await page.getByLabel('Name, address, key or handle').fill(word);
      await page.keyboard.press('Enter');
      await page.getByText(`1 account carries “${word}”.`).waitFor();
      await page.getByRole('checkbox', { name: account }).press('Space');
    };
    const join = page.locator('form', { has: page.getByText('Tick two accounts.') });
    const sayOne = async (why: string) => {
      const form = page.locator('form', { has: page.getByRole('checkbox', { name: /nightwolf/ }) });
      await form.getByLabel('Why (kept in the log)').fill(why);
      await answered(page, () => form.getByRole('button', { name: 'One person' }).press('Enter'));
    };
    await find('wolf#7', /nightwolf in discord known there as d1, a handle/);
    expect(await join.getByRole('button', { name: 'One person' }).isDisabled()).toBe(true);
    await find('bo one', /Bo One in sis/);
    await sayOne('looks like him');
    await reloadedUntil(page, /could not be done[^]*only by its owner’s own word/);
    expect(await here.persons()).toContain('discord/d1');

    await page.goto(`${server.url}/data/matches`, { waitUntil: 'networkidle' });
    await find('wolf#7', /nightwolf in discord/);
    await find('bo one', /Bo One in sis/);
    const form = page.locator('form', { has: page.getByRole('checkbox', { name: /nightwolf/ }) });
    await form.getByRole('checkbox', { name: /The learner told us so/ }).press('Space');
    await sayOne('Bo said so in the break');
    await expect.poll(() => here.persons(), { timeout: 60_000 }).toContain('discord/d1 = sis/s2');
    const log = await database.owner.selectFrom('ops.accessLog').select('action').distinct().execute();
    expect(log.map(({ action }) => action)).toContain('find_accounts');
    await close();
  },
);

test(
  'a shared address joins nobody once it is said, and the look is in the access log',
  { timeout: 240_000 },
  async () => {
    const { page, close } = await open(1280, 'light');
    await page.getByText(/The address home@x.edu is carried by 2 accounts/).waitFor();
    await page.getByRole('button', { name: 'It is shared: it joins nobody' }).click();
    await expect.poll(async () => (await here.matches()).conflicts, { timeout: 60_000 }).toEqual([]);
    const log = await database.owner.selectFrom('ops.accessLog').select('action').distinct().execute();
    expect(log.map(({ action }) => action).sort()).toEqual(expect.arrayContaining(['ignore_people', 'view_matches']));
    await close();
  },
);
