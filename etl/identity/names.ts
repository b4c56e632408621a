import { sql } from 'kysely';

import type { Merge } from '../load/merge/merge.ts';

/**
 * Applies the person records of the load: names, kind, zone and attributes of their accounts. What each connector of the
 * source says is kept apart, so that an export of posts does not take back what a user list knows; one with claims
 * speaks first. Leaves `load_said_person`: what the accounts of new or changed records come to, all connectors together.
 */
export async function applyPersons({ db, institutionId, source }: Merge): Promise<void> {
  await sql`
    update identity.account as a
    set display_name = coalesce(r ->> 'preferredName', r ->> 'displayName',
        nullif(concat_ws(' ', r ->> 'givenName', r ->> 'familyName'), '')),
      given_name = r ->> 'givenName', family_name = r ->> 'familyName', locale = r ->> 'locale'
    from load_said_person as s
    where a.institution_id = ${institutionId} and a.source_id = ${source.sourceId} and a.key = s.key`.execute(db);
  await sql`
    update core.account as a set kind = r ->> 'kind', timezone = r ->> 'timezone'
    from load_said_person as s
    where a.institution_id = ${institutionId} and a.account_id = s.account_id`.execute(db);
  await sql`
    delete from identity.attribute as a using load_said_person as s
    where a.institution_id = ${institutionId} and a.account_id = s.account_id`.execute(db);
  await sql`
    insert into identity.attribute (institution_id, account_id, name, value)
    select ${institutionId}::bigint, s.account_id, each.key, each.value
    from load_said_person as s, jsonb_each_text(s.r -> 'attributes') as each
    where s.r -> 'attributes' <> 'null'::jsonb`.execute(db);
}

/**
 * Fills in what a person is called and is, from the best of their accounts: one of the roster before one only seen, one
 * with a name before one without, then the source that was configured first. `load_touched_person` says whose;
 * `load_kind` is left with those who are of another kind now.
 */
export async function describePersons({ db, institutionId }: Pick<Merge, 'db' | 'institutionId'>): Promise<void> {
  await sql`
    create temporary table load_account_of on commit drop as
    select a.person_id, a.account_id, a.kind, a.timezone, n.display_name, n.given_name, n.family_name, n.locale,
      row_number() over (
        partition by a.person_id
        order by n.display_name is null, not a.in_roster, a.source_id, n.key) as place
    from load_touched_person as t
      join core.account as a on a.institution_id = ${institutionId} and a.person_id = t.person_id
      join identity.account as n on n.institution_id = ${institutionId} and n.account_id = a.account_id`.execute(db);
  await sql`
    create temporary table load_kind on commit drop as
    select best.*, p.kind <> best.kind as is_changed
    from (
      select person_id,
        coalesce((array_agg(kind order by place) filter (where kind <> 'human'))[1], 'human') as kind,
        (array_agg(timezone order by place) filter (where timezone is not null))[1] as timezone
      from load_account_of group by person_id
    ) as best
      join core.person as p on p.institution_id = ${institutionId} and p.person_id = best.person_id
    where p.kind <> best.kind or p.timezone is distinct from best.timezone`.execute(db);
  await sql`
    update core.person as p set kind = best.kind, timezone = best.timezone
    from load_kind as best
    where p.institution_id = ${institutionId} and p.person_id = best.person_id`.execute(db);
  await sql`
    create temporary table load_called on commit drop as
    select best.person_id, best.display_name, best.given_name, best.family_name, mail.email, best.locale
    from load_account_of as best
      left join (
        select a.person_id, (array_agg(c.value order by not c.verified, a.place, c.value))[1] as email
        from load_account_of as a
          join identity.claim as c
            on c.institution_id = ${institutionId} and c.account_id = a.account_id and c.scheme = 'email'
        group by a.person_id
      ) as mail on mail.person_id = best.person_id
    where best.place = 1 and (best.display_name is not null or mail.email is not null)`.execute(db);
  await sql`
    insert into identity.person (institution_id, person_id, display_name, given_name, family_name, email, locale)
    select ${institutionId}::bigint, person_id, display_name, given_name, family_name, email, locale from load_called
    on conflict (institution_id, person_id) do update set
      display_name = excluded.display_name, given_name = excluded.given_name, family_name = excluded.family_name,
      email = excluded.email, locale = excluded.locale`.execute(db);
  await sql`
    delete from identity.person as p using load_touched_person as t
    where p.institution_id = ${institutionId} and p.person_id = t.person_id
      and not exists (select from load_called as c where c.person_id = p.person_id)`.execute(db);
}
