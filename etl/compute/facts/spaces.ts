import { sql } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';
import type { Course } from './course.ts';

export type Formality = 'academic' | 'informal';

/** Posts whose space somebody has called academic or informal. A post that is not here is neither: unknown. */
export type FormalityByPost = ReadonlyMap<number, Formality>;

export async function readFormality(db: Db, course: Course): Promise<FormalityByPost> {
  const { rows } = await sql<{ postId: number; formality: Formality }>`
    select post.post_id, space.formality
    from core.known_post as post
    join core.space as space
      on space.institution_id = post.institution_id and space.course_id = post.course_id
      and space.source_id = post.source_id and space.key = post.space_key
    where post.institution_id = ${course.institutionId} and post.course_id = ${course.courseId}
      and space.formality <> 'unknown'
      and space.ingested_at <= core.known_at()
      and (space.superseded_at is null or space.superseded_at > core.known_at())
    order by post.post_id`.execute(db);
  return new Map(rows.map(({ postId, formality }) => [postId, formality]));
}
