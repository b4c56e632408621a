import type { Db } from '@kith/sql/connect.ts';
import { sql } from 'kysely';

/** What the end of a course brings, for every institution (`ops.roll_over`). Twice is as good as once. */
export async function rollOver(db: Db): Promise<void> {
  await sql`select ops.roll_over(institution_id) from core.institution`.execute(db);
  await closeCases(db);
}

/** A case of the course's staff ends with the course, and its raiser is told. One that student support has goes on there. */
const closeCases = (db: Db) =>
  sql`
    update care.case_file as file
    set state = 'closed', closed_at = now(), closed_by = 0, close_reason = 'elsewhere',
      message_back = 'The course has ended, and the case with it.'
    from core.course_calendar as calendar
    where calendar.institution_id = file.institution_id and calendar.course_id = file.course_id and calendar.ended
      and file.state = 'open' and file.handed_over_at is null`.execute(db);
