import { sql } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';
import type { Course } from './course.ts';

/** A post with what it answers already looked up. Posts without an author take no part, here or anywhere. */
export interface Post {
  readonly postId: number;
  readonly author: number;
  readonly thread: string;
  readonly at: number;
  readonly deletedAt: number | null;
  /** The post it answers: its parent, or in a flat forum the opener. Null: an opener, a chat message, unknown, or addressed to a person only. */
  readonly answers: number | null;
  readonly opener: boolean;
  /** Whether its source says which post a reply answers. */
  readonly parentsKnown: boolean;
}

export async function readPosts(db: Db, course: Course): Promise<readonly Post[]> {
  const { rows } = await sql<Post>`
    with posts as (
      select *, source_id || ':' || thread_key as thread
      from core.known_post
      where institution_id = ${course.institutionId} and course_id = ${course.courseId}
    ),
    openers as (
      select distinct on (thread) thread, post_id
      from posts
      where parent_key is null and addressee_id is null and kind <> 'chat'
      order by thread, occurred_at, key
    ),
    sources as (
      select source_id, bool_or(parent_key is not null or addressee_id is null) as parents_known
      from posts
      group by source_id
    )
    select
      posts.post_id, posts.author_id as author, posts.thread,
      extract(epoch from posts.occurred_at)::float8 * 1000 as at,
      extract(epoch from posts.deleted_at)::float8 * 1000 as deleted_at,
      case
        when posts.parent_key is not null then parent.post_id
        when posts.addressee_id is null and posts.kind <> 'chat' and openers.post_id <> posts.post_id then openers.post_id
      end as answers,
      coalesce(openers.post_id = posts.post_id, false) as opener,
      sources.parents_known
    from posts
    join sources on sources.source_id = posts.source_id
    left join posts as parent on parent.source_id = posts.source_id and parent.key = posts.parent_key
    left join openers on openers.thread = posts.thread
    where posts.author_id is not null
    order by posts.occurred_at, posts.post_id`.execute(db);
  return rows;
}
