import { startServer } from '@kith/api/server.ts';
import { loadPlan } from '@kith/etl/cli/demo/load-plan.ts';
import { compute } from '@kith/etl/compute/compute.ts';
import { addUser } from '@kith/etl/identity/people.ts';
import { makeLink } from '@kith/etl/identity/sign-in-link.ts';
import { addGrant } from '@kith/etl/organisation/grants.ts';
import { scenarioFor } from '@kith/etl/cli/simulate.ts';
import { simulate } from '@kith/etl/simulate/simulate.ts';
import { sql } from 'kysely';
import { openBrowser } from './browser.ts';
import { freshDatabase } from './database.ts';
import { makeInstitution } from './load-records.ts';
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

/** A simulated university that is computed Monday by Monday, its pages, and a link for the instructor of all its courses. */
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
  const server = await startServer({ appUrl: database.urls.app, quiet: true });
  const browser = await openBrowser();

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

    /** By course: how many the list of a week may name, 5 % of its learners and two at least (indicators §5). */
    async budgets(week: number): Promise<Map<number, number>> {
      const { rows } = await sql<{ courseId: number; learners: number }>`
        select course_id, learners from insight.course_week where week = ${week}`.execute(db);
      return new Map(rows.map(({ courseId, learners }) => [courseId, Math.max(2, Math.ceil(0.05 * learners))]));
    },

    /** A page of the dashboard in a browser that has never been there, and the link that lets the instructor in. */
    async atTheDoor() {
      const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: 'en-GB' });
      const token = await makeLink(db, { institutionId, personId, hours: 1 });
      await page.goto(`${server.url}/sign-in?token=${token}`, { waitUntil: 'networkidle' });
      return { page, mondayUrl: `${server.url}/monday` };
    },

    async close() {
      await browser.close();
      await server.close();
      await database.drop();
      await remove();
    },
  };
}

export type OpenTerm = Awaited<ReturnType<typeof openTerm>>;
