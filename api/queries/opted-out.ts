import { sql, type RawBuilder } from 'kysely';

/**
 * Whether a person of a row chose not to be part: of everything (course 0), or of the row's course. What is read of people
 * by their own rows is closed by policies; a post or a membership is there for whoever shares another course with them.
 *
 * @param row alias of a row with `institution_id` and `course_id`
 */
export const optedOut = (row: string, person = 'person_id'): RawBuilder<boolean> => sql`exists (
  select from core.opted_out as o
  where o.institution_id = ${sql.ref(`${row}.institution_id`)} and o.person_id = ${sql.ref(`${row}.${person}`)}
    and o.course_id in (0, ${sql.ref(`${row}.course_id`)})
)`;
