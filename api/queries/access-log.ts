import { sql } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';
import type { Reader } from '../reader.ts';

/** One look at named people: what, where, whose data, and why it was allowed. */
export interface View {
  readonly action:
    | 'view_learner'
    | 'view_list'
    | 'view_evidence'
    | 'view_network'
    | 'view_waiting'
    | 'view_presence'
    | 'view_groups'
    | 'view_mentors'
    | 'view_monday'
    | 'view_care'
    | 'view_note'
    | 'view_case'
    | 'write'
    | 'contact'
    | 'mark_staff';
  readonly courseId: number;
  readonly subjects: readonly number[];
  readonly reason: string;
}

export async function logView(db: Db, reader: Reader, { action, courseId, subjects, reason }: View): Promise<void> {
  await sql`
    insert into ops.access_log (institution_id, at, person_id, action, course_id, subject_person_ids, reason)
    values (${reader.institutionId}, now(), ${reader.personId}, ${action}, ${courseId}, ${[...subjects]}, ${reason})`.execute(
    db,
  );
}
