import { sql } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';
import type { Course } from './course.ts';

/** Feedback on work: given, or assigned and still to be given. */
export interface Feedback {
  readonly giver: number;
  readonly receiver: number | null;
  readonly kind: 'peer' | 'self' | 'staff' | 'comment';
  readonly allotted: boolean;
  /** When it was assigned, else when it was given; null where neither is known. */
  readonly from: number | null;
  /** When it was given; null: not yet. */
  readonly at: number | null;
}

export async function readFeedback(db: Db, course: Course): Promise<readonly Feedback[]> {
  const { rows } = await sql<Feedback>`
    select
      known.giver_id as giver, known.receiver_id as receiver, known.kind, known.allotted,
      extract(epoch from coalesce(feedback.allotted_at, known.occurred_at))::float8 * 1000 as from,
      extract(epoch from known.occurred_at)::float8 * 1000 as at
    from core.known_feedback as known
    join core.feedback as feedback
      on feedback.institution_id = known.institution_id and feedback.course_id = known.course_id
      and feedback.feedback_id = known.feedback_id
    where known.institution_id = ${course.institutionId} and known.course_id = ${course.courseId}
    order by known.feedback_id`.execute(db);
  return rows;
}
