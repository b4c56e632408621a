import { sql } from 'kysely';
import type { z } from 'zod';
import type { ReadDb } from '@kith/sql/connect.ts';
import type { Monday } from '../../contract/monday.ts';
import { select } from '../select.ts';

type Case = Omit<z.output<typeof Monday>['cases'][number], 'course'>;

/** Open cases somebody opened or has, due first; those without a day come last. */
export const myCases = (db: ReadDb, personId: number): Promise<Case[]> =>
  select<Case>(
    db,
    sql`
      select
        file.course_id, file.case_id, file.person_id, person.name, file.due_on,
        coalesce(file.due_on < current_date, false) as overdue, file.handed_over_at is not null as handed_over
      from care.case_file as file
      join identity.shown_person as person
        on person.institution_id = file.institution_id and person.person_id = file.person_id
      where file.state = 'open' and ${personId} in (file.raised_by, file.owner_id)
        and file.course_id = any (string_to_array(nullif(current_setting('kith.learner_courses', true), ''), ',')::bigint[])
      order by file.due_on nulls last, file.raised_at, file.case_id`,
  );
