import { sql } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';
import type { Course } from './course.ts';
import type { Logged } from './log.ts';

/** Work in a group's own place by a member: any activity there but looking at it (§9.6 N5). */
export interface Contribution {
  readonly personId: number;
  readonly group: string;
  readonly at: number;
  readonly count: number;
}

export async function readContributions(
  db: Db,
  course: Course,
  log: readonly Logged[],
): Promise<readonly Contribution[]> {
  if (!log.some(({ social }) => social)) return [];
  const { rows } = await sql<Contribution>`
    select
      activity.person_id, activity.source_id || ':' || activity.object_key as group,
      extract(epoch from activity.occurred_at)::float8 * 1000 as at, activity.count::int as count
    from core.known_activity as activity
    where activity.institution_id = ${course.institutionId} and activity.course_id = ${course.courseId}
      and activity.object_type = 'group' and activity.object_key is not null
      and activity.verb_id <> (select verb_id from core.verb where verb = 'viewed')
    order by activity.occurred_at, activity.person_id, activity.object_key`.execute(db);
  return rows;
}
