import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

import AxeBuilder from '@axe-core/playwright';
import { startServer, type Server } from '@kith/api/server.ts';
import { addUser } from '@kith/etl/identity/people.ts';
import { makeLink } from '@kith/etl/identity/sign-in-link.ts';
import { startWorker, type Worker } from '@kith/etl/jobs/worker.ts';
import { addGrant } from '@kith/etl/organisation/grants.ts';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { openBrowser } from '../support/browser.ts';
import { freshDatabase, type FreshDatabase } from '../support/database.ts';
import { makeInstitution } from '../support/load-records.ts';
import { referenceData, withoutReferenceData } from '../support/reference-data.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const attendance = referenceData('attendance-reports');
const moodle = path.resolve(import.meta.dirname, '../fixtures/connectors/moodle-forum/csv/input.csv');
/** What a newcomer has in the downloads folder; the one that is red has a test of its own. */
const downloads = async () => [
  ...files(...(await readdir(attendance!)).filter((name) => /^(?!jisc|SOURCE)/.test(name))),
  moodle,
];
const dropped = async (places: readonly string[]) => ({
  names: places.map((place) => path.basename(place)),
  contents: await Promise.all(places.map((place) => readFile(place, 'base64'))),
});
const files = (...names: string[]) => names.map((name) => path.join(attendance!, name));

/** Runs in the page; text, because this project's own types know no document. */
const drop = `({ names, contents }) => {
  const zone = document.querySelector('[aria-label="Drop files here"]');
  const transfer = new DataTransfer();
  names.forEach((name, at) => transfer.items.add(new File([Uint8Array.fromBase64(contents[at])], name)));
  for (const type of ['dragover', 'drop']) {
    zone.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: transfer }));
  }
}`;

describe.skipIf(!attendance)(
  `from dropped files to the course page${attendance ? '' : `. ${withoutReferenceData}`}`,
  () => {
    let database: FreshDatabase;
    let server: Server;
    let worker: Worker;
    let browser: Browser;
    let context: BrowserContext;
    let page: Page;
    let removeSpool: () => Promise<void>;
    const complaints: string[] = [];

    beforeAll(async () => {
      database = await freshDatabase();
      const institutionId = await makeInstitution(database.db, 'Asia/Jakarta');
      const { personId } = await addUser(database.db, institutionId, { name: 'Ada Steward', email: 'ada@example.edu' });
      // Somebody of a small college who looks after the data and teaches too.
      for (const role of ['steward', 'instructor'] as const) await addGrant(database.db, institutionId, personId, role);
      const spool = await temporaryFolder();
      removeSpool = spool.remove;
      server = await startServer({ appUrl: database.urls.app, quiet: true, spool: spool.folder });
      worker = await startWorker({
        jobsUrl: database.urls.jobs,
        db: database.db,
        spool: spool.folder,
        tell: (text) => complaints.push(text),
      });
      browser = await openBrowser();
      context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
      page = await context.newPage();
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(error.message));
      await page.goto(
        `${server.url}/sign-in?token=${await makeLink(database.db, { institutionId, personId, hours: 1 })}`,
      );
      await page.getByRole('button', { name: /continue/i }).click();
      await page.getByRole('link', { name: 'Data', exact: true }).first().click();
      await page.getByRole('heading', { name: 'Drop files here' }).waitFor();
    }, 120_000);
    afterAll(async () => {
      await browser.close();
      await worker.stop();
      await server.close();
      await database.drop();
      await removeSpool();
    });

    const isAccessible = async () => {
      const { violations } = await new AxeBuilder({ page }).analyze();
      const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
      expect(serious.map(({ id, nodes }) => `${page.url()}: ${id} ${nodes[0]!.html}`)).toEqual([]);
      const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
      expect(overflow).toBe(0);
    };

    test(
      'a newcomer drops the attendance files and the Moodle CSV, and gets to the course page without the command line',
      { timeout: 120_000 },
      async () => {
        await page.evaluate(`(${drop})(${JSON.stringify(await dropped(await downloads()))})`);
        await page.getByRole('heading', { name: '13 files, and nothing is written yet' }).waitFor({ timeout: 60_000 });
        expect(await page.getByRole('heading', { level: 2, name: /Attendance reports/ }).count()).toBeGreaterThan(0);
        expect(await page.getByText(/zoom-chat/).count()).toBeGreaterThan(0);
        expect(await page.locator('main').innerText(), 'it speaks of no command').not.toMatch(/--|kith [a-z]+ /);
        const { rows } = await database.db
          .selectFrom('ops.run')
          .select('runId')
          .execute()
          .then((found) => ({ rows: found }));
        expect(rows, 'nothing is written before somebody says so').toEqual([]);
        await isAccessible();

        await page.getByRole('combobox', { name: /^Course/ }).selectOption('new');
        await page.getByLabel('Title of the new course').fill('Heroes of the web');
        await page.getByLabel('Title of the new course').blur();
        const load = page.getByRole('button', { name: 'Load 11 files' });
        await load.waitFor();
        await load.click();
        await page.getByRole('heading', { name: 'The files are in' }).waitFor({ timeout: 60_000 });
        await isAccessible();
        const toCourse = page.getByRole('link', { name: 'See Heroes of the web' });
        await toCourse.waitFor();
        await toCourse.click();
        await page.getByRole('heading', { level: 1 }).waitFor();
        await page.getByText('Heroes of the web').first().waitFor();

        await page.goto(`${server.url}/data`, { waitUntil: 'networkidle' });
        await page.getByRole('rowheader', { name: 'Heroes of the web' }).first().waitFor();
        await isAccessible();
      },
    );

    test('a load that is red is read, and dropped by a button', { timeout: 60_000 }, async () => {
      await page.goto(`${server.url}/data`, { waitUntil: 'networkidle' });
      await page.locator('input[type=file]').first().setInputFiles(files('jisc_attendance.tsv'));
      await page.getByText(/rows would be refused/).waitFor();
      await page.getByRole('button', { name: 'Load 1 file' }).click();
      await page.getByRole('heading', { name: /something waits for you/ }).waitFor({ timeout: 30_000 });
      await page.getByRole('link', { name: /rows were refused/ }).click();
      await page
        .getByText(/choose the order of its dates/)
        .first()
        .waitFor();
      expect(await page.locator('main').innerText(), 'it speaks of no command').not.toMatch(/--|kith [a-z]+ /);
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: 'Download as CSV' }).click(),
      ]);
      expect(download.suggestedFilename()).toMatch(/refused-rows-of-load-\d+\.csv/);
      await isAccessible();
      const stale = await page.context().newPage();
      await stale.goto(page.url(), { waitUntil: 'networkidle' });
      await page.getByRole('button', { name: 'Drop it' }).click();
      await page
        .getByText(/is being dropped|was dropped/)
        .first()
        .waitFor();
      await expect
        .poll(() => database.db.selectFrom('ops.run').select('state').where('state', '=', 'dropped').execute(), {
          timeout: 20_000,
        })
        .toHaveLength(1);
      await stale.getByRole('button', { name: 'Take it' }).click();
      await stale.getByRole('alert').waitFor();
      await stale.close();
    });

    test('the same load, taken by a button: what was right of it is in use', { timeout: 60_000 }, async () => {
      await page.goto(`${server.url}/data`, { waitUntil: 'networkidle' });
      await page.locator('input[type=file]').first().setInputFiles(files('jisc_attendance.tsv'));
      await page.getByText(/rows would be refused/).waitFor();
      await page.getByRole('button', { name: 'Load 1 file' }).click();
      await page.getByRole('heading', { name: /something waits for you/ }).waitFor({ timeout: 30_000 });
      await page.getByRole('link', { name: /rows were refused/ }).click();
      await page.getByRole('button', { name: 'Take it' }).click();
      const last = () =>
        database.db.selectFrom('ops.run').select(['state', 'newCount']).orderBy('runId', 'desc').executeTakeFirst();
      await expect.poll(last, { timeout: 30_000 }).toEqual({ state: 'visible', newCount: 15 });
      await page.getByText('All accepted rows are in use.', { exact: true }).waitFor();
      await isAccessible();
    });

    test('files of no known kind go nowhere, and each says why', { timeout: 60_000 }, async () => {
      await page.goto(`${server.url}/data`, { waitUntil: 'networkidle' });
      const diary = Buffer.from('Dear diary, today nothing happened.').toString('base64');
      const strange = { names: ['../../etc/passwd', 'diary.txt'], contents: ['', diary] };
      await page.evaluate(`(${drop})(${JSON.stringify(strange)})`);
      await page.getByText('There is nothing to load').waitFor();
      await page.getByText(/The file is empty/).waitFor();
      await page.getByText('No connector recognises this file.').waitFor();
    });

    test('the browser had nothing to complain of', () => {
      expect(complaints).toEqual([]);
    });
  },
);
