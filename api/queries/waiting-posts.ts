import { sql } from 'kysely';
import type { z } from 'zod';
import type { ReadDb } from '@kith/sql/connect.ts';
import type { listWaitingPosts } from '../contract/course.ts';
import type { ResponseOf } from '../contract/endpoint.ts';
import type { MondayPost as Post } from '../contract/monday.ts';
import { optedOut } from './opted-out.ts';
import { postLink, postSource } from './post-link.ts';
import { select } from './select.ts';

/**
 * Learner posts of four weeks that nobody has answered for two days, or for `leastHours`: openers, and replies that ask
 * something. A post is answered by another person's post that answers it, whoever that is. Who answered is gathered once
 * by post and by thread, not looked for post by post: a forum of a thousand posts would be read a thousand times.
 */
const waiting = (courseIds: readonly number[], asOf: Date | null, leastHours = 48) => sql`
  with posts as materialized (
    select
      post.*,
      occurred_at = min(occurred_at) over (partition by course_id, author_id) as first_post,
      parent_key is null and addressee_id is null and 1 = row_number() over (
        partition by course_id, source_id, thread_key, parent_key is null and addressee_id is null
        order by occurred_at, key
      ) as is_opener
    from core.known_post as post
    where course_id = any (${[...courseIds]}) and occurred_at < coalesce(${asOf}::timestamptz, now())
  ),
  post_answers as materialized (
    select course_id, source_id, parent_key as key, ${answerers}
    from posts where parent_key is not null group by course_id, source_id, parent_key
  ),
  thread_answers as materialized (
    select course_id, source_id, thread_key, ${answerers}
    from posts where parent_key is null group by course_id, source_id, thread_key
  ),
  learners as materialized (
    select institution_id, course_id, person_id
    from core.known_member as member
    where course_id = any (${[...courseIds]}) and learner_from is not null and staff_from is null
      and not ${optedOut('member')}
  ),
  waiting as (
    select
      posts.institution_id, posts.course_id, posts.post_id, posts.title, posts.author_id, posts.occurred_at,
      posts.source_id, posts.thread_key, posts.key, posts.url, posts.first_post,
      extract(epoch from coalesce(${asOf}::timestamptz, now()) - posts.occurred_at) / 86400 as days
    from posts
    join learners as member
      on member.institution_id = posts.institution_id and member.course_id = posts.course_id
      and member.person_id = posts.author_id
    left join post_answers as own
      on own.course_id = posts.course_id and own.source_id = posts.source_id and own.key = posts.key
    left join thread_answers as thread
      on posts.is_opener and thread.course_id = posts.course_id and thread.source_id = posts.source_id
      and thread.thread_key = posts.thread_key
    where posts.deleted_at is null and posts.visibility <> 'private' and posts.addressee_id is null and posts.kind <> 'chat'
      and (posts.is_opener or posts.has_question)
      and posts.occurred_at >= coalesce(${asOf}::timestamptz, now()) - interval '672 hours'
      and posts.occurred_at <= coalesce(${asOf}::timestamptz, now()) - make_interval(hours => ${leastHours})
      and ${byNobodyElse('own')} and ${byNobodyElse('thread')}
  )`;

/** Enough of who answered to know whether anybody but the author did; who is anonymous may be anybody. */
const answerers = sql`min(author_id) as least_id, max(author_id) as most_id, bool_or(author_id is null) as unnamed`;

const byNobodyElse = (answers: string) => {
  const of = (column: string) => sql.ref(`${answers}.${column}`);
  return sql`coalesce(not ${of('unnamed')}
    and ${of('least_id')} = posts.author_id and ${of('most_id')} = posts.author_id, true)`;
};

export async function waitingPosts(
  db: ReadDb,
  courseId: number,
  asOf: Date | null,
): Promise<ResponseOf<typeof listWaitingPosts>> {
  const rows = await select<{
    postId: number;
    title: string | null;
    authorId: number;
    author: string | null;
    postedAt: Date;
    waitingDays: number;
    firstPost: boolean;
    url: string | null;
  }>(
    db,
    sql`
      ${waiting([courseId], asOf)}
      select
        waiting.post_id, waiting.title, waiting.author_id, person.name as author, waiting.occurred_at as posted_at,
        floor(waiting.days)::int as waiting_days, waiting.first_post,
        ${postLink('waiting')} as url
      from waiting
      ${postSource('waiting')}
      left join identity.shown_person as person
        on person.institution_id = waiting.institution_id and person.person_id = waiting.author_id
      order by waiting.occurred_at, waiting.post_id
      limit 200`,
  );
  return rows.map((row) => ({ ...row, postedAt: row.postedAt.toISOString() }));
}

/** How many wait, by course. Courses with none are absent. */
export async function waitingCounts(db: ReadDb, courseIds: readonly number[]): Promise<ReadonlyMap<number, number>> {
  const rows = await select<{ courseId: number; posts: number }>(
    db,
    sql`${waiting(courseIds, null)} select course_id, count(*)::int as posts from waiting group by course_id`,
  );
  return new Map(rows.map((row) => [row.courseId, row.posts]));
}

type MondayPost = Omit<z.output<typeof Post>, 'course'>;

/** Across courses: what has waited for two days, and every first post, however young; oldest first. */
export async function mondayPosts(db: ReadDb, courseIds: readonly number[]): Promise<MondayPost[]> {
  const rows = await select<Omit<MondayPost, 'postedAt'> & { postedAt: Date }>(
    db,
    sql`
      ${waiting(courseIds, null, 0)}
      select
        waiting.course_id, waiting.post_id, waiting.title, waiting.author_id, person.name as author,
        waiting.occurred_at as posted_at, floor(waiting.days)::int as waiting_days,
        floor(waiting.days * 24)::int as waiting_hours, waiting.first_post, ${postLink('waiting')} as url
      from waiting
      ${postSource('waiting')}
      left join identity.shown_person as person
        on person.institution_id = waiting.institution_id and person.person_id = waiting.author_id
      where waiting.first_post or waiting.days >= 2
      order by waiting.occurred_at, waiting.post_id
      limit 200`,
  );
  return rows.map((row) => ({ ...row, postedAt: row.postedAt.toISOString() }));
}
