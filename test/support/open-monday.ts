import type { Page } from 'playwright-core';
import { startServer } from '@kith/api/server.ts';
import { compute } from '@kith/etl/compute/compute.ts';
import { makeLink } from '@kith/etl/identity/sign-in-link.ts';
import { changeSource } from '@kith/etl/organisation/sources.ts';
import type { RecordInput } from '@kith/etl/records/record.ts';
import { openBrowser } from './browser.ts';
import { freshDatabase } from './database.ts';
import { loadRecords, makeInstitution } from './load-records.ts';
import { mailServer } from './mail-server.ts';
import { person, quietLearner, smallCourse } from './small-course.ts';

/** A learner whom nothing reaches, and somebody who asked today. */
const beside: RecordInput[] = [
  ...quietLearner,
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

/** A small course with one person to reach out to, its pages, a mail server, and a browser with a link for its teacher. */
export async function openMonday() {
  const database = await freshDatabase();
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
  const mail = await mailServer();
  const server = await startServer({
    appUrl: database.urls.app,
    quiet: true,
    mail: { url: mail.url, from: 'kith@example.edu' },
  });
  await database.owner
    .updateTable('identity.person')
    .set({ email: 'quiet@example.edu' })
    .where('displayName', '=', 'Name of quiet')
    .execute();
  const link = async () =>
    `${server.url}/sign-in?token=${await makeLink(database.db, { institutionId, personId, hours: 1 })}`;
  const browser = await openBrowser();

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

  return {
    database,
    institutionId,
    server,
    mail,
    link,
    opened,
    /** Forgets what was done. */
    async reset() {
      for (const table of [
        'care.contact',
        'care.outcome',
        'care.alertView',
        'care.alertStep',
        'care.caseFile',
        'care.noteText',
        'care.note',
        'care.courseStep',
        'care.digestSetting',
      ] as const)
        await database.owner.deleteFrom(table).execute();
      await database.owner.updateTable('insight.alert').set({ state: 'open', stateBy: null }).execute();
    },
    async close() {
      await browser.close();
      await server.close();
      await mail.stop();
      await database.drop();
    },
  };
}

/** From the link's page to Monday. */
export async function enter(page: Page): Promise<void> {
  await page.getByRole('button', { name: /continue/i }).click();
  await page.getByRole('heading', { level: 1, name: /person to reach out to/ }).waitFor();
  await page.waitForLoadState('networkidle');
}
