import { startServer, type Server } from '@kith/api/server.ts';
import { compute } from '@kith/etl/compute/compute.ts';
import { makeLink } from '@kith/etl/identity/sign-in-link.ts';
import type { RecordInput } from '@kith/etl/records/record.ts';
import type { Browser, Page } from 'playwright-core';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { openBrowser } from '../support/browser.ts';
import { freshDatabase, type FreshDatabase } from '../support/database.ts';
import { loadRecords, makeInstitution } from '../support/load-records.ts';
import { smallCourse } from '../support/small-course.ts';

/** What somebody could call themselves, their post or their class. Each would do something, were it ever run. */
const hostile = [
  '<script>window.planted = 1</script>',
  '"><img src=x onerror="window.planted=1">',
  "'); drop table core.post; --",
  '${window.planted=1}{{constructor.constructor("window.planted=1")()}}',
  'javascript:window.planted=1',
  '</title><svg onload=window.planted=1>',
  '=HYPERLINK("http://planted.example","x")',
] as const;

let database: FreshDatabase;
let server: Server;
let browser: Browser;
let link: string;

beforeAll(async () => {
  database = await freshDatabase();
  const institutionId = await makeInstitution(database.db);
  const report = await loadRecords(database.db, institutionId, hostileCourse());
  expect(report).toMatchObject({ state: 'visible', rejected: 0 });
  await compute(database.db, institutionId, { now: new Date('2026-02-02T06:00:00Z') });
  const { personId } = await database.db
    .selectFrom('identity.person')
    .select('personId')
    .where('displayName', '=', 'Name of tut')
    .executeTakeFirstOrThrow();
  server = await startServer({ appUrl: database.urls.app, quiet: true });
  link = `${server.url}/sign-in?token=${await makeLink(database.db, { institutionId, personId, hours: 1 })}`;
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await server.close();
  await database.drop();
});

/** The small course with hostile names, course title, post titles and links. */
function hostileCourse(): RecordInput[] {
  return smallCourse().map((record, index): RecordInput => {
    const text = hostile[index % hostile.length]!;
    if (record.type === 'course') return { ...record, title: `Small course ${hostile[0]}` };
    if (record.type === 'person' && record.key !== 'tut') return { ...record, displayName: `${record.key} ${text}` };
    if (record.type === 'post') return { ...record, title: text };
    return record;
  });
}

test('hostile titles and names are stored and read back as they are', async () => {
  const { rows } = await sql<{ title: string }>`select distinct title from core.post order by title`.execute(
    database.owner,
  );
  expect(rows.map(({ title }) => title)).toEqual([...hostile].sort());
});

test('every page shows them as text, and nothing of them runs', async () => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('dialog', (dialog) => {
    complaints.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.goto(link);
  await page.getByRole('button', { name: /continue/i }).click();
  await page.waitForURL((url) => url.pathname !== '/sign-in');
  const seen = new Set<string>();
  for (const path of await paths(page)) {
    await page.goto(server.url + path);
    await page.locator('h1').first().waitFor();
    const body = await page.locator('body').innerText();
    for (const text of hostile) if (body.includes(text)) seen.add(text);
    expect(await page.evaluate('window.planted'), path).toBeUndefined();
    expect(await page.locator('a[href^="javascript:"]').count(), path).toBe(0);
  }
  expect(complaints).toEqual([]);
  expect([...seen].sort()).toEqual([...hostile].sort());
  await page.close();
});

/** The course, its network, and every learner with their evidence. */
async function paths(page: Page): Promise<string[]> {
  const answer = await page.evaluate<{ courseId: number }[]>(`fetch('/api/v1/courses').then((said) => said.json())`);
  const course = `/courses/${answer[0]!.courseId}`;
  const { learners } = await page.evaluate<{ learners: { personId: number }[] }>(
    `fetch('/api/v1${course}/learners').then((said) => said.json())`,
  );
  const [first] = learners;
  const people = learners.map(({ personId }) => `${course}/people/${personId}`);
  return ['/', course, `${course}/network`, ...people, `${course}/people/${first!.personId}/evidence/peer_contact`];
}
