import { sql } from 'kysely';
import type { ReadDb } from '@kith/sql/connect.ts';
import { optedOut } from './opted-out.ts';
import { select } from './select.ts';

/** Who writes most in a course whose staff is not known: among them are the people who teach. */
export const busiestPosters = (
  db: ReadDb,
  courseId: number,
): Promise<{ personId: number; name: string; posts: number }[]> =>
  select(
    db,
    sql`
      select posts.author_id as person_id, coalesce(person.name, 'Person ' || posts.author_id) as name, count(*)::int as posts
      from core.known_post as posts
      left join identity.shown_person as person
        on person.institution_id = posts.institution_id and person.person_id = posts.author_id
      where posts.course_id = ${courseId} and posts.author_id is not null and not ${optedOut('posts', 'author_id')}
      group by posts.author_id, person.name
      order by posts desc, posts.author_id
      limit 12`,
  );
