import { sql } from 'kysely';
import type { z } from 'zod';
import type { ReadDb } from '@kith/sql/connect.ts';
import type { Monday } from '../../contract/monday.ts';
import { select } from '../select.ts';

type Message = z.output<typeof Monday>['messages'][number];

/** What came back on cases somebody raised and has not read yet, newest first. */
export async function messagesBack(db: ReadDb, personId: number): Promise<Message[]> {
  const rows = await select<Omit<Message, 'closedAt'> & { closedAt: Date }>(
    db,
    sql`
      select
        case_file.course_id, case_file.case_id, case_file.person_id, person.name, case_file.message_back as message, case_file.closed_at
      from care.case_file as case_file
      left join identity.shown_person as person
        on person.institution_id = case_file.institution_id and person.person_id = case_file.person_id
      where case_file.raised_by = ${personId} and case_file.state = 'closed' and case_file.closed_by <> ${personId}
        and case_file.message_seen_at is null and person.name is not null
      order by case_file.closed_at desc, case_file.case_id
      limit 20`,
  );
  return rows.map((row) => ({ ...row, closedAt: row.closedAt.toISOString() }));
}
