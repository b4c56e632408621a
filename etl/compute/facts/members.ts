import { sql } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';
import type { Course } from './course.ts';

/** A person of the course with the times in which they were staff or learner. Open ends are ±Infinity. */
export interface Member {
  readonly personId: number;
  readonly staff: Span | null;
  readonly learner: Span | null;
  /** Seen, but in no roster. */
  readonly provisional: boolean;
  /** The learner's own IANA zone, where known. */
  readonly timezone: string | null;
}

export interface Span {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
}

export async function readMembers(db: Db, course: Course): Promise<readonly Member[]> {
  const { rows } = await sql<{
    personId: number;
    staffFrom: number | null;
    staffTo: number | null;
    learnerFrom: number | null;
    learnerTo: number | null;
    provisional: boolean;
    timezone: string | null;
  }>`
    select
      member.person_id, member.provisional, person.timezone,
      extract(epoch from member.staff_from)::float8 * 1000 as staff_from,
      extract(epoch from member.staff_to)::float8 * 1000 as staff_to,
      extract(epoch from member.learner_from)::float8 * 1000 as learner_from,
      extract(epoch from member.learner_to)::float8 * 1000 as learner_to
    from core.known_member as member
    join core.person as person on person.institution_id = member.institution_id and person.person_id = member.person_id
    where member.institution_id = ${course.institutionId} and member.course_id = ${course.courseId}
    order by member.person_id`.execute(db);
  return rows.map((row) => ({
    personId: row.personId,
    staff: span(row.staffFrom, row.staffTo),
    learner: span(row.learnerFrom, row.learnerTo),
    provisional: row.provisional,
    timezone: row.timezone,
  }));
}

/** Enrolment in the role at an instant. */
export const covers = (span: Span | null, at: number): boolean => span !== null && span.from <= at && at < span.to;

const span = (from: number | null, to: number | null): Span | null =>
  from === null || to === null ? null : { from, to };
