import { sql } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';
import type { Reader } from '../../reader.ts';
import { reopenAlerts } from './act-on-alerts.ts';

/**
 * Takes back what the reader noted within a day and did not send from here; alerts it had moved are open again. Answers
 * how many contacts were taken back.
 */
export async function withdrawContacts(
  db: Db,
  { institutionId, personId }: Reader,
  contacts: readonly { readonly courseId: number; readonly contactId: number }[],
): Promise<number> {
  const { rows } = await sql<{ courseId: number; personId: number }>`
    update care.contact as contact
    set withdrawn_at = now()
    from unnest(
      ${contacts.map(({ courseId }) => courseId)}::bigint[], ${contacts.map(({ contactId }) => contactId)}::bigint[]
    ) as wanted (course_id, contact_id)
    where contact.institution_id = ${institutionId} and contact.course_id = wanted.course_id
      and contact.contact_id = wanted.contact_id and contact.by_person_id = ${personId}
      and not contact.sent_by_kith and contact.withdrawn_at is null and contact.noted_at > now() - interval '1 day'
    returning contact.course_id, contact.person_id`.execute(db);
  if (rows.length === 0) return 0;
  await reopenAlerts(db, institutionId, personId, rows);
  return rows.length;
}

/** False: there is no such contact of the reader's. */
export async function noteAnswer(
  db: Db,
  { institutionId, personId }: Reader,
  { courseId, contactId }: { readonly courseId: number; readonly contactId: number },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('care.contact')
    .set({ answeredAt: new Date() })
    .where('institutionId', '=', institutionId)
    .where('courseId', '=', courseId)
    .where('contactId', '=', contactId)
    .where('byPersonId', '=', personId)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
