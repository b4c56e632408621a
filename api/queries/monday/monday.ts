import { sql } from 'kysely';
import type { z } from 'zod';
import type { ReadDb } from '@kith/sql/connect.ts';
import type { Language } from '../../contract/language.ts';
import type { AlertType, Monday } from '../../contract/monday.ts';
import type { Reader } from '../../reader.ts';
import { headColumns, headTables, type HeadRow } from '../course-head.ts';
import { select } from '../select.ts';
import { mondayPosts } from '../waiting-posts.ts';
import { candidates } from './candidates.ts';
import { goodNews } from './good-news.ts';
import { helped } from './helped.ts';
import { messagesBack } from './messages-back.ts';
import { myCases } from './my-cases.ts';
import { mondayPeople } from './people.ts';
import { reportedPosts } from './reported-posts.ts';

type Page = z.output<typeof Monday>;

const onThePage = 10;

export interface Wanted {
  /** Only this course. */
  readonly course?: number | undefined;
  /** Only alerts of this type. */
  readonly pattern?: z.output<typeof AlertType> | undefined;
  /** Of the reasons; English where only the number of people is wanted. */
  readonly language?: Language;
}

/** The Monday of one reader, across the courses whose learners they may see. */
export async function monday(db: ReadDb, reader: Reader, { course, pattern, language = 'en' }: Wanted): Promise<Page> {
  const courses = await runningCourses(db, reader.learnerCourses);
  const ids = courses.map(({ courseId }) => courseId).filter((id) => course === undefined || id === course);
  const titles = new Map(courses.map(({ courseId, title }) => [courseId, title]));
  const titled = <Row extends { courseId: number }>(row: Row) => ({ ...row, course: titles.get(row.courseId) ?? '' });

  const all = await candidates(db, ids, { viewerId: reader.personId, type: pattern });
  const people = await mondayPeople(db, all, titles, language);
  const listed = people.filter(({ queued }) => !queued);
  const shown = listed.slice(0, onThePage);
  const posts = (await mondayPosts(db, ids)).map(titled);
  return {
    courses: courses.map(({ courseId, title, week, learners, computedAt, stale, support }) => ({
      courseId,
      title,
      week,
      learners,
      computedAt: computedAt?.toISOString() ?? null,
      stale,
      support,
    })),
    people: shown,
    more: people.filter((one) => !shown.includes(one)),
    notices: courses
      .flatMap(({ courseId, title, week, share, courseNotice }) =>
        courseNotice && week !== null && share !== null && ids.includes(courseId)
          ? [{ courseId, course: title, week, share }]
          : [],
      )
      .sort((one, other) => other.share - one.share),
    waiting: posts.filter(({ firstPost }) => !firstPost),
    newcomers: posts.filter(({ firstPost }) => firstPost),
    reported: (await reportedPosts(db, ids)).map(titled),
    goodNews: (await goodNews(db, ids)).map(titled),
    helped: (await helped(db, ids)).map(titled),
    cases: (await myCases(db, reader.personId)).map(titled),
    messages: await messagesBack(db, reader.personId),
  };
}

type Row = HeadRow & {
  week: number | null;
  learners: number;
  share: number | null;
  courseNotice: boolean;
  support: boolean;
};

/** Courses that run, or ended within two weeks, by title; with what their last week says of the course as a whole. */
const runningCourses = (db: ReadDb, courseIds: readonly number[]): Promise<Row[]> =>
  select<Row>(
    db,
    sql`
      select
        ${headColumns}, care.has_support(course.course_id) as support, last.week, coalesce(last.learners, 0) as learners,
        coalesce((last.alert_list ->> 'courseNotice')::boolean, false) and not calendar.ended as course_notice,
        (
          select (count(*) filter (where one.band in ('elevated', 'high')))::float8 / nullif(count(*), 0)
          from insight.learner_week as one
          where one.institution_id = course.institution_id and one.course_id = course.course_id and one.week = last.week
            and one.state = 'scored'
        ) as share
      from ${headTables}
      left join lateral (
        select week.week, week.learners, week.alert_list
        from insight.course_week as week
        where week.institution_id = course.institution_id and week.course_id = course.course_id
        order by week.week desc
        limit 1
      ) as last on true
      where course.course_id = any (${[...courseIds]}) and course.kind in ('course', 'section', 'micro')
        and coalesce(calendar.last_on >= current_date - 14, true)
      order by course.title, course.course_id`,
  );
