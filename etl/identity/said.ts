import { sql } from 'kysely';

import type { Merge } from '../load/merge/merge.ts';

/**
 * Keeps the person records of the load in `identity.said`, beside what other connectors of the source say of the same
 * accounts. Leaves `load_said_person`: account, key and, as `r`, what all of them say together. The connector that gives
 * claims speaks first, for it is the one that knows people; then they speak in the order of their names.
 */
export async function keepWhatIsSaid({ db, institutionId, connector }: Merge): Promise<void> {
  await sql`
    create temporary table load_said_now on commit drop as
    select known.account_id, known.key, p.deleted, s.payload as said
    from load_plan as p
      join staged_record as s on s.position = p.position
      join load_person as known on known.key = s.payload ->> 'key'
    where p.type = 'person' and p.action in ('new', 'changed')`.execute(db);
  await sql`
    update load_plan as p set fact_id = known.account_id
    from staged_record as s join load_person as known on known.key = s.payload ->> 'key'
    where p.type = 'person' and s.position = p.position`.execute(db);
  await sql`
    delete from identity.said as s using load_said_now as n
    where s.institution_id = ${institutionId} and s.account_id = n.account_id and s.connector = ${connector}`.execute(
    db,
  );
  await sql`
    insert into identity.said (institution_id, account_id, connector, said)
    select ${institutionId}::bigint, account_id, ${connector}::text, said from load_said_now where not deleted`.execute(
    db,
  );
  await sql`
    create temporary table load_said_person on commit drop as
    select n.account_id, n.key, jsonb_build_object(
      'kind', coalesce(${first('kind', sql`s.said ->> 'kind' <> 'human'`)}, min(s.said ->> 'kind')),
      'preferredName', ${first('preferredName')}, 'displayName', ${first('displayName')},
      'givenName', ${first('givenName')}, 'familyName', ${first('familyName')}, 'locale', ${first('locale')},
      'timezone', ${first('timezone')},
      'attributes', (array_agg(s.said -> 'attributes' order by ${rank}) filter (where s.said ? 'attributes'))[1],
      'claims', coalesce(jsonb_agg(s.said -> 'claims' order by ${rank}) filter (where s.said is not null), '[]')) as r
    from load_said_now as n
      left join identity.said as s on s.institution_id = ${institutionId} and s.account_id = n.account_id
    group by n.account_id, n.key`.execute(db);
}

const rank = sql`s.said -> 'claims' = '[]', s.connector`;

/** The first connector's word about a field. */
const first = (field: string, unless = sql`s.said ? ${sql.lit(field)}`) =>
  sql`(array_agg(s.said ->> ${sql.lit(field)} order by ${rank}) filter (where ${unless}))[1]`;
