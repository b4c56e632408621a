import { glob } from 'node:fs/promises';
import path from 'node:path';

import type { BrowserContext, Page } from 'playwright-core';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { hostile } from './hostile-texts.ts';
import { openHostileUniversity, roles, type HostileUniversity, type Role } from './hostile-university.ts';
import { writeHostileWords } from './hostile-words.ts';
import { pages, type Made } from './pages.ts';

/**
 * Every page there is, as somebody who may see it, where all that anybody may write is hostile: nothing of it runs, and
 * the browser complains of nothing: no broken policy, no error, no file that is not there.
 */
let kith: HostileUniversity;
let made: Made;
const contexts = new Map<Role, BrowserContext>();
beforeAll(async () => {
  kith = await openHostileUniversity();
  made = await writeHostileWords(kith);
  for (const role of roles) contexts.set(role, await kith.opened(role));
}, 240_000);
afterAll(() => kith.close());

test('hostile titles are stored and read back as they are, and what cannot be read is refused', async () => {
  const { rows } = await sql<{ title: string }>`
    select distinct title from core.post where title is not null order by title`.execute(kith.database.owner);
  expect(rows.map(({ title }) => title)).toEqual([...hostile].sort());
  expect(kith.report.rejected).toBe(1);
});

test('every folder of a page is walked', async () => {
  const routes = path.join(import.meta.dirname, '../../dashboard/src/routes');
  const folders: string[] = [];
  for await (const file of glob('**/+page.svelte', { cwd: routes })) folders.push(path.posix.join(path.dirname(file)));
  expect(folders.map((folder) => (folder === '.' ? '' : folder)).sort()).toEqual(Object.keys(pages).sort());
});

/** Text, because this project's own types know no document. Reports that the page itself hears, before the console does. */
const listen = `addEventListener('securitypolicyviolation', (event) => {
  console.error('policy: ' + event.violatedDirective + ' ' + event.blockedURI + ' ' + event.sourceFile + ' ' + event.sample);
}, true)`;

async function opened(as: Role): Promise<{ page: Page; complaints: string[] }> {
  const page = await contexts.get(as)!.newPage();
  const complaints: string[] = [];
  await page.addInitScript(listen);
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('requestfailed', (request) => {
    // A page that is left while it still asks for something ends the asking.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') complaints.push(`failed: ${request.url()}`);
  });
  page.on(
    'response',
    (answer) => answer.status() >= 400 && complaints.push(`${String(answer.status())} ${answer.url()}`),
  );
  page.on('dialog', (dialog) => {
    complaints.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  return { page, complaints };
}

/** What opens by itself only when somebody asks: folded parts, and what charts say of a point. */
async function lookEverywhere(page: Page): Promise<void> {
  for (const summary of await page.locator('main summary').all()) {
    if (await summary.isVisible()) await summary.click();
  }
  const points = await page.locator('main svg circle, main svg rect, main canvas').all();
  for (const point of points.slice(0, 8)) await point.hover({ force: true, timeout: 2000 }).catch(() => undefined);
  await page.waitForTimeout(50);
}

/** What stands in the fields of forms. Text, like what listens. */
const fields = `[...document.querySelectorAll('input, textarea')].map((one) => one.value).join(' ')`;

describe.each(Object.entries(pages))('/%s', (_, { as, paths, plain }) => {
  test(`as ${as}`, async () => {
    const { page, complaints } = await opened(as);
    let body = '';
    for (const address of paths(kith, made)) {
      const answer = await page.goto(kith.server.url + address, { waitUntil: 'networkidle' });
      expect(answer?.headers()['content-security-policy'], address).toMatch(/script-src 'self' 'nonce-/);
      await page.locator('h1').first().waitFor();
      await lookEverywhere(page);
      expect(await page.evaluate('window.planted'), address).toBeUndefined();
      expect(await page.locator('a[href^="javascript:" i], img[src="x"], svg[onload]').count(), address).toBe(0);
      body += await page.locator('main').innerText();
      body += await page.evaluate<string>(fields);
    }
    expect(complaints).toEqual([]);
    // It was there to be run, or the walk says nothing.
    if (plain !== true) expect(body).toMatch(/planted/);
    await page.close();
  });
});

test('a page that is not there and one that is closed say so, and the browser has nothing else to complain of', async () => {
  for (const [as, address, status] of [
    ['instructor', `/nowhere/${encodeURIComponent(hostile[1])}`, 404],
    ['learner', `/courses/${String(kith.courseId)}`, 404],
    ['instructor', '/grants', 403],
  ] as const) {
    const { page, complaints } = await opened(as);
    const answer = await page.goto(kith.server.url + address, { waitUntil: 'networkidle' });
    expect(answer?.status(), address).toBe(status);
    expect(await page.evaluate('window.planted'), address).toBeUndefined();
    expect(complaints.filter((text) => !text.includes(String(status)))).toEqual([]);
    await page.close();
  }
});

test('a fault inside is a calm page: no stack, no statement, no path, and a number to quote', async () => {
  await sql`revoke select on core.course from kith_app`.execute(kith.database.owner);
  try {
    const { page, complaints } = await opened('instructor');
    const answer = await page.goto(`${kith.server.url}/courses/${String(kith.courseId)}`, { waitUntil: 'networkidle' });
    expect(answer?.status()).toBe(500);
    const body = await page.locator('body').innerText();
    expect(body).toMatch(/fault is on our side/);
    expect(body).toMatch(/[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-/);
    expect(await page.content()).not.toMatch(/permission denied|core\.course|\bat .+:\d+:\d+|node_modules|select /i);
    expect(complaints.filter((text) => !text.includes('500'))).toEqual([]);
    await page.close();
  } finally {
    await sql`grant select on core.course to kith_app`.execute(kith.database.owner);
  }
});

test('the walk would hear of a policy that is broken', async () => {
  const { page, complaints } = await opened('instructor');
  await page.goto(`${kith.server.url}/digest`, { waitUntil: 'networkidle' });
  await page.evaluate(`document.querySelector('main').insertAdjacentHTML('beforeend', ${JSON.stringify(hostile[1])})`);
  await expect.poll(() => complaints.join()).toMatch(/policy: script-src/);
  await page.evaluate(`document.querySelector('main').setAttribute('style', 'color: red')`);
  await expect.poll(() => complaints.join()).toMatch(/policy: style-src-attr/);
  expect(await page.evaluate('window.planted')).toBeUndefined();
  await page.close();
});

test('mail carries a hostile name as plain text, and no header of its own making', async () => {
  const address = `/courses/${String(kith.courseId)}/learners/${String(made.quiet)}/messages`;
  const subject = `Hello ${hostile[1]}`;
  await kith.ask('instructor', address, { subject, body: `Hello ${hostile[0]}`, template: 'band', confirmed: true });
  const { to, message } = await kith.mail.next();
  expect(to).toEqual(['quiet@example.edu']);
  expect(message).toMatch(/^content-type: text\/plain/im);
  expect(message).not.toMatch(/text\/html/i);
  const broken = { subject: 'Hello\r\nBcc: everybody@example.edu', body: 'Hello', template: 'band', confirmed: true };
  await kith.ask('instructor', address, broken).catch(() => undefined);
  expect(kith.mail.taken.flatMap((mail) => mail.to)).not.toContain('everybody@example.edu');
});
