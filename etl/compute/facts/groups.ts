import { sql } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';
import type { Course } from './course.ts';

/** One person's time in one group. */
export interface GroupSpan {
  readonly personId: number;
  readonly group: string;
  readonly kind: string;
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
}

export async function readGroups(db: Db, course: Course): Promise<readonly GroupSpan[]> {
  const { rows } = await sql<{ personId: number; group: string; kind: string; from: number | null; to: number | null }>`
    select
      membership.person_id, groups.source_id || ':' || groups.key as group, groups.kind,
      extract(epoch from greatest(membership.valid_from, groups.valid_from))::float8 * 1000 as from,
      extract(epoch from least(membership.valid_to, groups.valid_to))::float8 * 1000 as to
    from core.known_group as groups
    join core.known_membership as membership
      on membership.institution_id = groups.institution_id and membership.course_id = groups.course_id
      and membership.source_id = groups.source_id and membership.group_key = groups.key
    where groups.institution_id = ${course.institutionId} and groups.course_id = ${course.courseId}
    order by membership.person_id, groups.key, membership.membership_id`.execute(db);
  return rows.map((row) => ({ ...row, from: row.from ?? -Infinity, to: row.to ?? Infinity }));
}
