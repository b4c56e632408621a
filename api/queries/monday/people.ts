import { sql } from 'kysely';
import type { z } from 'zod';
import type { ReadDb } from '@kith/sql/connect.ts';
import type { Language } from '../../contract/language.ts';
import type { LastContact, MondayPerson } from '../../contract/monday.ts';
import { cardOf, cardRows } from '../learners.ts';
import { select } from '../select.ts';
import type { Candidate } from './candidates.ts';

type Person = z.output<typeof MondayPerson>;

/** The cards of candidates, in their order. */
export async function mondayPeople(
  db: ReadDb,
  wanted: readonly Candidate[],
  titles: ReadonlyMap<number, string>,
  language: Language,
): Promise<Person[]> {
  if (wanted.length === 0) return [];
  const pairs = sql`
    select * from unnest(
      ${wanted.map(({ courseId }) => courseId)}::bigint[], ${wanted.map(({ personId }) => personId)}::bigint[],
      ${wanted.map(({ week }) => week)}::int[]
    ) as wanted (course_id, person_id, week)`;
  const cards = byPerson(await cardRows(db, sql`(one.course_id, one.person_id, one.week) in (${pairs})`));
  const contacts = byPerson(await lastContacts(db, pairs));
  const reachable = new Set((await addresses(db, wanted)).map(({ personId }) => personId));
  return wanted.flatMap((one) => {
    const card = cards.get(keyOf(one));
    const last = contacts.get(keyOf(one));
    if (card === undefined) return [];
    return {
      ...one,
      course: titles.get(one.courseId) ?? '',
      canMail: reachable.has(one.personId),
      lastContact: last === undefined ? null : lastOf(last),
      card: cardOf(card, language),
    };
  });
}

interface Pair {
  readonly courseId: number;
  readonly personId: number;
}

const keyOf = ({ courseId, personId }: Pair): string => `${String(courseId)}:${String(personId)}`;
const byPerson = <Row extends Pair>(rows: readonly Row[]) => new Map(rows.map((row) => [keyOf(row), row]));

type ContactRow = Pair & Omit<z.output<typeof LastContact>, 'at'> & { at: Date };

const lastOf = ({ contactId, at, channel, by, answered, remark }: ContactRow): z.output<typeof LastContact> => ({
  contactId,
  at: at.toISOString(),
  channel,
  by,
  answered,
  remark,
});

const lastContacts = (db: ReadDb, pairs: ReturnType<typeof sql>): Promise<ContactRow[]> =>
  select(
    db,
    sql`
      select distinct on (contact.course_id, contact.person_id)
        contact.course_id, contact.person_id, contact.contact_id, contact.at, contact.channel, contact.remark,
        contact.answered_at is not null as answered, person.name as by
      from care.contact as contact
      left join identity.shown_person as person
        on person.institution_id = contact.institution_id and person.person_id = contact.by_person_id
      where contact.withdrawn_at is null
        and (contact.course_id, contact.person_id) in (select course_id, person_id from (${pairs}) as pair)
      order by contact.course_id, contact.person_id, contact.at desc, contact.contact_id desc`,
  );

/** Who of them has an address Kith knows; the policy leaves out whose name is closed to the reader. */
const addresses = (db: ReadDb, wanted: readonly Pair[]): Promise<{ personId: number }[]> =>
  select(
    db,
    sql`
      select person_id from identity.person
      where person_id = any (${wanted.map(({ personId }) => personId)}) and email is not null`,
  );
