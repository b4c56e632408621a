import { sql } from 'kysely';
import type { z } from 'zod';
import type { ReadDb } from '@kith/sql/connect.ts';
import type { ContactMade, Effect } from '../../contract/outcomes.ts';
import type { Reader } from '../../reader.ts';
import { select } from '../select.ts';

type Contact = z.output<typeof ContactMade>;

/** Contacts with one learner that count, newest first, each with its windows. */
export async function contactsMade(
  db: ReadDb,
  { personId: readerId }: Reader,
  { courseId, personId }: { readonly courseId: number; readonly personId: number },
): Promise<Contact[]> {
  const rows = await select<Omit<Contact, 'at' | 'answeredAt'> & { at: Date; answeredAt: Date | null }>(
    db,
    sql`
      select
        contact.contact_id, contact.at, contact.channel, person.name as by, contact.by_person_id = ${readerId} as mine,
        contact.remark, contact.answered_at,
        (
          select coalesce(
            json_agg(
              json_build_object(
                'weeks', outcome.window_weeks,
                'state', case
                  when outcome.value is not null and outcome.baseline is not null then 'known'
                  when outcome.valued_at is not null or outcome.due_week is null then 'unknown'
                  else 'waits'
                end,
                'dueWeek', outcome.due_week, 'baseline', outcome.baseline, 'value', outcome.value, 'verdict', outcome.verdict,
                'usualChange', outcome.usual_change, 'compared', outcome.compared_learners,
                'difference', outcome.difference, 'low', outcome.low, 'high', outcome.high
              ) order by outcome.window_weeks
            ),
            '[]'
          )
          from care.outcome as outcome
          where outcome.institution_id = contact.institution_id and outcome.course_id = contact.course_id
            and outcome.contact_id = contact.contact_id
        ) as windows
      from care.contact as contact
      left join identity.shown_person as person
        on person.institution_id = contact.institution_id and person.person_id = contact.by_person_id
      where contact.course_id = ${courseId} and contact.person_id = ${personId} and contact.withdrawn_at is null
      order by contact.at desc, contact.contact_id desc`,
  );
  return rows.map(({ at, answeredAt, ...rest }) => ({
    ...rest,
    at: at.toISOString(),
    answeredAt: answeredAt?.toISOString() ?? null,
  }));
}

/** All contacts of the course first, then text by text; the shorter window first. */
export const effectsOf = (db: ReadDb, courseId: number): Promise<z.output<typeof Effect>[]> =>
  select(
    db,
    sql`
      select
        template, window_weeks as weeks, verdict, contacts, matched, learners, others, change_before, usual_change, difference,
        low, high
      from care.effect
      where course_id = ${courseId}
      order by template, window_weeks`,
  );
