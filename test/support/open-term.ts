import { buildApp } from '@kith/api/app.ts';
import { loadPlan } from '@kith/etl/cli/demo/load-plan.ts';
import { compute } from '@kith/etl/compute/compute.ts';
import { addUser } from '@kith/etl/identity/people.ts';
import { addGrant } from '@kith/etl/organisation/grants.ts';
import { scenarioFor } from '@kith/etl/cli/simulate.ts';
import { simulate } from '@kith/etl/simulate/simulate.ts';
import { connect } from '@kith/sql/connect.ts';
import { sql } from 'kysely';
import { freshDatabase } from './database.ts';
import { makeInstitution } from './load-records.ts';
import { plantSession } from './open-university.ts';
import { temporaryFolder } from './temporary-folder.ts';

const day = 86_400_000;
const rising = ['connected', 'watch', 'elevated', 'high'];

interface Sizes {
  readonly courses: number;
  /** In the whole university. */
  readonly students: number;
  readonly weeks: number;
  readonly seed: number;
}

interface One {
  readonly courseId: number;
  readonly personId: number;
}

/** A simulated university that is computed Monday by Monday, and an instructor of all its courses, signed in. */
export async function openTerm(sizes: Sizes) {
  const database = await freshDatabase();
  const { db, owner } = database;
  const { folder, remove } = await temporaryFolder();
  const institutionId = await makeInstitution(db);
  const scenario = await scenarioFor('demo', sizes);
  const { plan, startsOn } = await simulate({ out: folder, scenario });
  const signal = new AbortController().signal;
  await loadPlan(db, { institutionId, folder, plan, signal, onLoad: () => undefined });
  const { personId } = await addUser(db, institutionId, { name: 'Ines Instructor', email: 'ines@example.edu' });
  await addGrant(db, institutionId, personId, 'instructor');
  await sql`select ops.refresh_course_access(${institutionId})`.execute(db);
  const appDb = connect(database.urls.app, { max: 4, name: 'kith test app' });
  const app = await buildApp({ db: appDb });
  const headers = { cookie: `kith_session=${await plantSession(db, institutionId, personId)}`, 'x-kith': '1' };

  return {
    /** Computes what is there on the Monday after a week; contacts made in earlier weeks are as long ago as they were. */
    async mondayOf(week: number): Promise<void> {
      const now = new Date(Date.parse(`${startsOn}T06:00:00Z`) + week * 7 * day);
      const { rows } = await sql<{
        courseId: number;
      }>`select course_id from core.course where starts_on is not null`.execute(db);
      const { failed } = await compute(db, institutionId, { now, courseIds: rows.map(({ courseId }) => courseId) });
      if (failed[0]) throw new Error(failed[0].message);
      await sql`
        update care.contact set at = now() - make_interval(days => 7 * (${week} - week))`.execute(owner);
    },

    /**
     * Elevated or high in that week and sure enough, in courses whose list names people and not the course. Without those
     * who said that they meet others elsewhere: they are named when they ask, and never for few ties (indicators §5.5).
     */
    async aboveThreshold(week: number): Promise<One[]> {
      const { rows } = await sql<One>`
        select one.course_id, one.person_id
        from insight.learner_week as one
        join insight.course_week as week using (institution_id, course_id, week)
        where one.week = ${week} and one.band in ('elevated', 'high') and one.state = 'scored'
          and one.signals ->> 'confidenceLevel' <> 'low' and not (week.alert_list ->> 'courseNotice')::boolean
          and not exists (
            select from core.declaration as said
            join core.account as account using (institution_id, account_id)
            where said.institution_id = one.institution_id and said.course_id = one.course_id
              and account.person_id = one.person_id and said.superseded_at is null)
        order by 1, 2`.execute(db);
      return rows;
    },

    async rose({ courseId, personId }: One, before: number, after: number): Promise<boolean> {
      const { rows } = await sql<{ band: string | null }>`
        select band from insight.learner_week
        where course_id = ${courseId} and person_id = ${personId} and week in (${before}, ${after})
        order by week`.execute(db);
      return rising.indexOf(rows[1]?.band ?? '') > rising.indexOf(rows[0]?.band ?? '');
    },

    async ask<T>(method: 'GET' | 'POST', url: string, payload?: object): Promise<T> {
      const answer = await app.inject({ method, url, headers, ...(payload && { payload }) });
      if (answer.statusCode !== 200) throw new Error(`${url}: ${answer.body}`);
      return answer.json<T>();
    },

    async close() {
      await app.close();
      await appDb.destroy();
      await database.drop();
      await remove();
    },
  };
}

export type OpenTerm = Awaited<ReturnType<typeof openTerm>>;
