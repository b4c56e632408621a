import { startServer } from '@kith/api/server.ts';
import { compute } from '@kith/etl/compute/compute.ts';
import { addUser } from '@kith/etl/identity/people.ts';
import { keepEvaluations } from '@kith/etl/reports/evaluation/keep.ts';
import { addGrant } from '@kith/etl/organisation/grants.ts';
import type { RecordInput } from '@kith/etl/records/record.ts';
import { sql } from 'kysely';
import type { Browser } from 'playwright-core';

import { askOf } from '../support/ask-of.ts';
import { openBrowser } from '../support/browser.ts';
import { freshDatabase } from '../support/database.ts';
import { loadRecords, makeInstitution } from '../support/load-records.ts';
import { mailServer } from '../support/mail-server.ts';
import { plantSession } from '../support/open-university.ts';
import { at, person, quietLearner, smallCourse } from '../support/small-course.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { hostile, worst } from './hostile-texts.ts';

export const roles = ['instructor', 'lead', 'support', 'steward', 'admin', 'researcher', 'learner', 'nobody'] as const;
export type Role = (typeof roles)[number];

/** A learner whom nothing reaches, and somebody who asked yesterday. */
const beside: RecordInput[] = [
  ...quietLearner,
  ...person('newcomer', 'learner', new Date(Date.now() - 5 * 86_400_000).toISOString()),
  {
    type: 'post',
    key: 'hello all',
    course: 'c',
    thread: 't 1',
    author: 'newcomer',
    createdAt: new Date(Date.now() - 26 * 3_600_000).toISOString(),
  },
];

/** The small course with hostile names, course title and post titles, and rows that are refused for a hostile cell. */
function hostileCourse(): RecordInput[] {
  const named = [...smallCourse(), ...beside].map((record, index): RecordInput => {
    const text = hostile[index % hostile.length]!;
    if (record.type === 'course') return { ...record, title: `Small course ${worst}`, unit: 'p', term: 't' };
    if (record.type === 'person')
      return {
        ...record,
        displayName: `${record.key} ${text}`,
        claims: [{ scheme: 'email', value: `${record.key}@example.edu`, verified: true }],
      };
    if (record.type === 'post') return { ...record, title: text };
    return record;
  });
  const refused = { type: 'post', key: `refused ${worst}`, course: 'c', thread: 't', author: worst, createdAt: worst };
  return [
    { type: 'unit', key: 'p', kind: 'programme', title: `Programme ${worst}` },
    { type: 'term', key: 't', title: `Term ${worst}`, startsOn: '2026-01-01', endsOn: '2026-06-30' },
    ...named,
    refused as RecordInput,
  ];
}

/** Somebody of another system, of whom nothing but the name is known: a steward is asked who they are. */
function elsewhere(): RecordInput[] {
  const quiet = hostileCourse().find((record) => record.type === 'person' && record.key === 'quiet');
  return [
    { type: 'person', key: `who ${worst}`, displayName: (quiet as { displayName: string }).displayName },
    { type: 'post', key: 'chat', course: 'c', thread: 'chat', author: `who ${worst}`, createdAt: at(8) },
  ];
}

/**
 * An institution in which every text that anybody may write is hostile, with its pages, and somebody of every role signed
 * in. Close it in `afterAll`.
 */
export async function openHostileUniversity() {
  const database = await freshDatabase();
  const { db } = database;
  const institutionId = await makeInstitution(db);
  await sql`update core.institution set title = ${`University ${worst}`}`.execute(database.owner);
  const report = await loadRecords(db, institutionId, hostileCourse());
  await loadRecords(db, institutionId, elsewhere(), `chat ${worst}`);
  const staff = new Map<Role, number>();
  for (const role of ['lead', 'support', 'steward', 'admin', 'researcher'] as const) {
    const { personId } = await addUser(db, institutionId, { name: `${role} ${worst}`, email: `${role}@example.edu` });
    await addGrant(db, institutionId, personId, role);
    staff.set(role, personId);
  }
  const people = await db.selectFrom('identity.person').select(['personId', 'displayName']).execute();
  const personCalled = (key: string): number =>
    people.find(({ displayName }) => displayName?.startsWith(`${key} `))!.personId;
  const accounts = await db.selectFrom('identity.account').select(['accountId', 'displayName']).execute();
  staff.set('instructor', personCalled('tut')).set('learner', personCalled('l1'));
  await sql`select ops.refresh_course_access(${institutionId})`.execute(db);
  await compute(db, institutionId, { now: new Date('2026-02-02T06:00:00Z') });
  await keepEvaluations(db, institutionId, new Date());
  const { courseId } = await db
    .selectFrom('core.course')
    .select('courseId')
    .where('title', 'like', 'Small course%')
    .executeTakeFirstOrThrow();
  const unit = await db.selectFrom('core.unit').select('unitId').executeTakeFirst();
  const runs = await db.selectFrom('ops.run').select('runId').orderBy('runId').execute();

  const [spool, mail] = [await temporaryFolder(), await mailServer()];
  const server = await startServer({
    appUrl: database.urls.app,
    quiet: true,
    spool: spool.folder,
    mail: { url: mail.url, from: 'kith@example.edu' },
  });
  const cookies = new Map<Role, string>();
  for (const [role, personId] of staff) cookies.set(role, await plantSession(db, institutionId, personId));
  let browser: Browser | undefined;

  return {
    database,
    institutionId,
    report,
    server,
    mail,
    courseId,
    runIds: runs.map(({ runId }) => runId),
    unitId: unit?.unitId ?? 0,
    personCalled,
    accountsCalled: (key: string): number[] =>
      accounts.flatMap((one) => (one.displayName?.startsWith(`${key} `) === true ? [one.accountId] : [])),
    cookieOf: (role: Role) => cookies.get(role),

    ask: askOf(server, cookies),

    /** A browser of their own, that hears every complaint there is. */
    async opened(role: Role, { locale = 'en-US' } = {}) {
      browser ??= await openBrowser();
      const context = await browser.newContext({
        viewport: { width: 1280, height: 900 },
        reducedMotion: 'reduce',
        locale,
      });
      const value = cookies.get(role);
      if (value !== undefined)
        await context.addCookies([{ name: 'kith_session', value, url: server.url, httpOnly: true, sameSite: 'Lax' }]);
      return context;
    },

    async close() {
      await browser?.close();
      await server.close();
      await mail.stop();
      await database.drop();
      await spool.remove();
    },
  };
}

export type HostileUniversity = Awaited<ReturnType<typeof openHostileUniversity>>;
