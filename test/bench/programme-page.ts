import { startServer } from '@kith/api/server.ts';
import { addUser } from '@kith/etl/identity/people.ts';
import { addGrant } from '@kith/etl/organisation/grants.ts';
import { sql } from 'kysely';

import { copyCourses } from '../support/copied-courses.ts';
import { plantSession } from '../support/open-university.ts';
import { figure, secondsOf, type Figure, type Pair } from './figure.ts';
import type { Place } from './place.ts';

const [courses, weeks] = [2000, 15];

/**
 * What the API answers of a programme of two thousand courses of fifteen weeks, to a lead and over http, beside a bare
 * read of the same rows by their index that nobody has to make anything of. Changes the institution: measured last.
 */
export async function programmePage(place: Place, institutionId: number, runs: number): Promise<Figure> {
  const { rows } = await sql<{ courseId: number }>`
    select course_id from insight.course_week where institution_id = ${institutionId} order by 1 limit 1`.execute(
    place.owner,
  );
  const { personId } = await addUser(place.etl, institutionId, { name: 'Lead', email: 'lead@x.edu' });
  await addGrant(place.etl, institutionId, personId, 'lead');
  await copyCourses(place.owner, { institutionId, courseId: rows[0]!.courseId, unitId: 0, courses, weeks });
  await sql`analyze insight.course_week, insight.unit_course, core.course`.execute(place.owner);
  const cookie = `kith_session=${await plantSession(place.etl, institutionId, personId)}`;
  const server = await startServer({ appUrl: place.urls.app, quiet: true });
  const page = async () => {
    const answer = await fetch(`${server.url}/api/v1/programmes/0`, { headers: { cookie } });
    return { status: answer.status, text: await answer.text() };
  };
  const bare = () =>
    sql`
      select week.course_id, week.week, week.week_start, week.learners, week.health
      from insight.unit_course as below
      join insight.course_week as week on week.institution_id = below.institution_id and week.course_id = below.course_id
      where below.institution_id = ${institutionId} and below.unit_id = 0`.execute(place.owner);
  try {
    const { status, text } = await page();
    await bare();
    if (status !== 200 || !text.includes(`Copy ${String(courses)}`))
      throw new Error('The programme page is not whole.');
    const pairs: Pair[] = [];
    for (let run = 0; run < Math.max(runs, 5); run++) {
      pairs.push({ of: await secondsOf(page), than: await secondsOf(bare) });
    }
    return figure(
      {
        what: "the API's answer of a programme: all courses and weeks",
        than: 'a bare indexed read of the same rows',
        beside: { courses, rows: courses * weeks, 'kB of answer': Math.round(text.length / 1000) },
      },
      pairs,
    );
  } finally {
    await server.close();
  }
}
