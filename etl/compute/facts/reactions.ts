import { sql } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';
import type { Course } from './course.ts';

/** A sign on a post, by a named person at a known time. */
export interface Reaction {
  readonly personId: number;
  readonly postId: number;
  readonly at: number;
}

/** Oldest first. Signs whose post is not in the data are left out. */
export async function readReactions(db: Db, course: Course): Promise<readonly Reaction[]> {
  const { rows } = await sql<Reaction>`
    select reaction.person_id, post.post_id, extract(epoch from reaction.occurred_at)::float8 * 1000 as at
    from core.known_reaction as reaction
    join core.known_post as post
      on post.institution_id = reaction.institution_id and post.course_id = reaction.course_id
      and post.source_id = reaction.source_id and post.key = reaction.post_key
    where reaction.institution_id = ${course.institutionId} and reaction.course_id = ${course.courseId}
      and reaction.occurred_at is not null and reaction.kind not in ('read', 'follow', 'flag')
    order by reaction.occurred_at, reaction.person_id, post.post_id`.execute(db);
  return rows;
}
