import { startServer } from '@kith/api/server.ts';
import { plantCare } from '@kith/etl/cli/demo/care.ts';
import { busiestTeacher } from '@kith/etl/cli/demo/guests.ts';
import { loadPlan } from '@kith/etl/cli/demo/load-plan.ts';
import { scenarioFor } from '@kith/etl/cli/simulate.ts';
import { compute } from '@kith/etl/compute/compute.ts';
import { addUser } from '@kith/etl/identity/people.ts';
import { addGrant } from '@kith/etl/organisation/grants.ts';
import { keepEvaluations } from '@kith/etl/reports/evaluation/keep.ts';
import { simulate } from '@kith/etl/simulate/simulate.ts';
import { sql } from 'kysely';
import type { BrowserContextOptions } from 'playwright-core';
import type { Role } from '../security/hostile-university.ts';
import { askOf } from './ask-of.ts';
import { openBrowser } from './browser.ts';
import { freshDatabase } from './database.ts';
import { makeInstitution } from './load-records.ts';
import { plantSession } from './open-university.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** The demo's university, small: every source, ten weeks, contacts and what came of them, and somebody of every role. */
export async function openFullUniversity() {
  const database = await freshDatabase();
  const { db, owner } = database;
  const { folder, remove } = await temporaryFolder();
  const spool = await temporaryFolder();
  const institutionId = await makeInstitution(db);
  const scenario = await scenarioFor('demo', { courses: 4, students: 160, weeks: 10, seed: 8 });
  const { plan } = await simulate({ out: folder, scenario });
  const signal = new AbortController().signal;
  await loadPlan(db, { institutionId, folder, plan, signal, onLoad: () => undefined });
  const staff = new Map<Role, number>();
  for (const role of ['lead', 'support', 'steward', 'admin', 'researcher'] as const) {
    const { personId } = await addUser(db, institutionId, { name: `The ${role}`, email: `${role}@example.edu` });
    await addGrant(db, institutionId, personId, role);
    staff.set(role, personId);
  }
  await sql`select ops.refresh_course_access(${institutionId})`.execute(db);
  const { failed } = await compute(db, institutionId, { now: new Date() });
  if (failed[0]) throw new Error(failed[0].message);
  const teacher = (await busiestTeacher(db, institutionId))!.personId;
  staff.set('instructor', teacher);
  await plantCare(db, institutionId, teacher);
  await keepEvaluations(db, institutionId, new Date());

  // The teacher's course with most to see in it, and people of it in the order of the score.
  const { rows: people } = await sql<{ courseId: number; personId: number; unitId: number }>`
    with
    taught as (
      select access.course_id, count(*) filter (where one.band in ('elevated', 'high')) as named
      from ops.course_access as access
      join insight.learner_week as one on one.course_id = access.course_id
      where access.person_id = ${teacher} and access.role = 'instructor'
      group by access.course_id order by named desc limit 1
    )
    select one.course_id, one.person_id, course.unit_id
    from taught
    join core.course as course on course.course_id = taught.course_id
    join insight.learner_week as one on one.course_id = taught.course_id
    where one.week = (select max(week) from insight.learner_week where course_id = taught.course_id)
    order by one.score desc nulls last, one.person_id`.execute(owner);
  const runs = await owner.selectFrom('ops.run').select('runId').orderBy('runId').execute();
  const keys = ['quiet', 'newcomer', 'l0'];
  const personCalled = (key: string): number =>
    (keys.includes(key) ? people[keys.indexOf(key)] : people.at(-1))!.personId;
  staff.set('learner', personCalled('l1'));
  const accountOf = async (personId: number): Promise<number> => {
    const accounts = owner.selectFrom('core.account').select('accountId').where('personId', '=', personId);
    return (await accounts.orderBy('accountId').executeTakeFirstOrThrow()).accountId;
  };
  const accountIds = [await accountOf(personCalled('quiet')), await accountOf(personCalled('l0'))];
  await owner
    .insertInto('identity.claim')
    .values({
      institutionId,
      accountId: accountIds[0]!,
      scheme: 'email',
      issuer: '',
      value: 'quiet@example.edu',
      verified: true,
    })
    .execute();
  await owner
    .updateTable('identity.person')
    .set({ email: 'quiet@example.edu' })
    .where('personId', '=', personCalled('quiet'))
    .execute();

  const server = await startServer({ appUrl: database.urls.app, quiet: true, spool: spool.folder });
  const browser = await openBrowser();
  const cookies = new Map<Role, string>();
  for (const [role, personId] of staff) cookies.set(role, await plantSession(db, institutionId, personId));

  return {
    database,
    institutionId,
    server,
    ask: askOf(server, cookies),
    courseId: people[0]!.courseId,
    unitId: people[0]!.unitId,
    /** The first loads of every kind would say the same. */
    runIds: [runs.at(0)!.runId, runs.at(-1)!.runId],
    personCalled,
    /** Two that are not the same person's. */
    accountsCalled: () => accountIds,

    async opened(role: Role, seen: BrowserContextOptions = {}) {
      const context = await browser.newContext({
        viewport: { width: 1280, height: 900 },
        reducedMotion: 'reduce',
        locale: 'en-GB',
        ...seen,
      });
      const value = cookies.get(role);
      if (value !== undefined)
        await context.addCookies([{ name: 'kith_session', value, url: server.url, httpOnly: true, sameSite: 'Lax' }]);
      return context;
    },

    async close() {
      await browser.close();
      await server.close();
      await database.drop();
      await Promise.all([remove(), spool.remove()]);
    },
  };
}

export type FullUniversity = Awaited<ReturnType<typeof openFullUniversity>>;
