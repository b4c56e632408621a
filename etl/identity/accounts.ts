import { sql } from 'kysely';

import type { Merge } from '../load/merge/merge.ts';

/**
 * Makes an account, and a person for it, for every key that was never seen before, and leaves `load_person`: account and
 * number of every person the load names. Whom a person or enrolment record names is in the roster; the others are
 * provisional until one does.
 */
export async function meetPersons({ db, institutionId, source, visibleAt }: Merge): Promise<void> {
  const { sourceId } = source;
  await sql`
    create temporary table load_person on commit drop as
    select s.no, s.key, bool_or(s.in_roster) as in_roster, k.account_id, k.account_id is null as is_new,
      bool_or(s.in_roster) and not a.in_roster as joins_roster, null::bigint as person_id
    from staged_person as s
      left join identity.account as k
        on k.institution_id = ${institutionId} and k.source_id = ${sourceId} and k.key = s.key
      left join core.account as a on a.institution_id = ${institutionId} and a.account_id = k.account_id
    group by s.no, s.key, k.account_id, a.in_roster`.execute(db);
  await sql`
    update load_person
    set account_id = nextval(pg_get_serial_sequence('core.account', 'account_id')),
      person_id = nextval(pg_get_serial_sequence('core.person', 'person_id'))
    where is_new`.execute(db);
  await sql`
    insert into core.person (institution_id, person_id, kind, pseudonym, created_at) overriding system value
    select ${institutionId}::bigint, person_id, 'human', gen_random_uuid(), ${visibleAt}::timestamptz
    from load_person where is_new`.execute(db);
  await sql`
    insert into core.account (institution_id, account_id, person_id, source_id, in_roster, created_at)
      overriding system value
    select ${institutionId}::bigint, account_id, person_id, ${sourceId}::bigint, in_roster, ${visibleAt}::timestamptz
    from load_person where is_new`.execute(db);
  await sql`
    insert into identity.account (institution_id, source_id, key, account_id)
    select ${institutionId}::bigint, ${sourceId}::bigint, key, account_id
    from load_person where is_new`.execute(db);
  await sql`
    update core.account as a set in_roster = true
    from load_person as p
    where a.institution_id = ${institutionId} and a.account_id = p.account_id and p.joins_roster`.execute(db);
  await sql`create unique index on load_person (key)`.execute(db);
  await sql`create unique index on load_person (no)`.execute(db);
  await sql`analyze load_person`.execute(db);
}
