import { sql } from 'kysely';
import type { z } from 'zod';
import type { ReadDb } from '@kith/sql/connect.ts';
import type { SupportCase } from '../../contract/cases.ts';
import type { Reader } from '../../reader.ts';
import { select } from '../select.ts';
import { caseColumns, caseOf, caseTables, type CaseRow } from './cases.ts';

type Case = z.output<typeof SupportCase>;
type Row = CaseRow & Pick<Case, 'name' | 'course' | 'mail' | 'contacts'>;

/**
 * What was handed over to the reader: open cases, due first, those without a day after them; then what was closed in the
 * last 30 days. With each whatever is needed to act on it, and nothing else of the course or of anybody in it.
 */
export async function supportCases(db: ReadDb, { personId, supportCourses }: Reader): Promise<Case[]> {
  if (supportCourses.length === 0) return [];
  const rows = await select<Row>(
    db,
    sql`
      select
        ${caseColumns(personId)}, learner.name, care.course_title(file.course_id) as course, address.email as mail,
        (
          select coalesce(
            json_agg(
              json_build_object(
                'at', to_char(contact.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), 'channel', contact.channel,
                'by', who.name, 'answered', contact.answered_at is not null, 'remark', contact.remark
              ) order by contact.at desc, contact.contact_id desc
            ),
            '[]'
          )
          from care.contact as contact
          left join identity.shown_person as who
            on who.institution_id = contact.institution_id and who.person_id = contact.by_person_id
          where contact.institution_id = file.institution_id and contact.course_id = file.course_id
            and contact.person_id = file.person_id and contact.withdrawn_at is null
        ) as contacts
      from ${caseTables}
      join identity.shown_person as learner
        on learner.institution_id = file.institution_id and learner.person_id = file.person_id
      left join identity.person as address
        on address.institution_id = file.institution_id and address.person_id = file.person_id
      where file.course_id = any (${[...supportCourses]}) and file.handed_over_at is not null
        and coalesce(file.closed_at > now() - interval '30 days', true)
      order by file.state = 'closed', file.due_on nulls last, file.raised_at, file.case_id`,
  );
  return rows.map(caseOf);
}
