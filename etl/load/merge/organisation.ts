import { sql } from 'kysely';

import type { RecordType } from '../../records/record.ts';
import type { Merge } from './merge.ts';

/**
 * Applies unit and term records. What was set by hand under the same key keeps its words; of two sources that use one
 * key, the one that was configured first speaks. Leaves `load_organisation`: keys of what is new or changed.
 */
export async function applyOrganisation(merge: Merge, types: ReadonlySet<RecordType>): Promise<void> {
  await sql`
    create temporary table load_organisation on commit drop as
    select p.type, s.payload ->> 'key' as key
    from load_plan as p join staged_record as s on s.position = p.position
    where p.type in ('unit', 'term') and p.action in ('new', 'changed')`.execute(merge.db);
  if (types.has('unit')) await applyUnits(merge);
  if (types.has('term')) await applyTerms(merge);
}

async function applyUnits({ db, institutionId, source, visibleAt }: Merge): Promise<void> {
  await sql`
    insert into core.unit (institution_id, kind, title, source_id, key, parent_key, created_at)
    select ${institutionId}::bigint, s.payload ->> 'kind', s.payload ->> 'title', ${source.sourceId}::bigint,
      s.payload ->> 'key', s.payload ->> 'parent', ${visibleAt}::timestamptz
    from load_plan as p join staged_record as s on s.position = p.position
    where p.type = 'unit' and p.action in ('new', 'changed') and not p.deleted
    on conflict (institution_id, key) do update
    set kind = excluded.kind, title = excluded.title, parent_key = excluded.parent_key,
      source_id = excluded.source_id
    where core.unit.source_id >= excluded.source_id`.execute(db);
  await sql`
    update load_plan as p set fact_id = u.unit_id
    from staged_record as s join core.unit as u on u.institution_id = ${institutionId} and u.key = s.payload ->> 'key'
    where p.type = 'unit' and s.position = p.position`.execute(db);
  await sql`
    update core.unit as u set parent_unit_id = near.parent_unit_id
    from (
      select own.unit_id, above.unit_id as parent_unit_id
      from core.unit as own
        left join core.unit as above
          on above.institution_id = own.institution_id and above.key = own.parent_key and above.unit_id <> own.unit_id
      where own.institution_id = ${institutionId} and own.source_id is not null
    ) as near
    where u.institution_id = ${institutionId} and u.unit_id = near.unit_id
      and u.parent_unit_id is distinct from near.parent_unit_id`.execute(db);
}

async function applyTerms({ db, institutionId, source, visibleAt }: Merge): Promise<void> {
  await sql`
    insert into core.term (institution_id, title, starts_on, ends_on, source_id, key, parent_key, created_at)
    select ${institutionId}::bigint, s.payload ->> 'title', (s.payload ->> 'startsOn')::date,
      (s.payload ->> 'endsOn')::date, ${source.sourceId}::bigint, s.payload ->> 'key', s.payload ->> 'parent',
      ${visibleAt}::timestamptz
    from load_plan as p join staged_record as s on s.position = p.position
    where p.type = 'term' and p.action in ('new', 'changed') and not p.deleted
    on conflict (institution_id, key) do update
    set title = excluded.title, starts_on = excluded.starts_on, ends_on = excluded.ends_on,
      parent_key = excluded.parent_key, source_id = excluded.source_id
    where core.term.source_id >= excluded.source_id`.execute(db);
  await sql`
    update load_plan as p set fact_id = t.term_id
    from staged_record as s join core.term as t on t.institution_id = ${institutionId} and t.key = s.payload ->> 'key'
    where p.type = 'term' and s.position = p.position`.execute(db);
  await sql`
    update core.term as t set parent_term_id = near.parent_term_id
    from (
      select own.term_id, above.term_id as parent_term_id
      from core.term as own
        left join core.term as above
          on above.institution_id = own.institution_id and above.key = own.parent_key and above.term_id <> own.term_id
      where own.institution_id = ${institutionId} and own.source_id is not null
    ) as near
    where t.institution_id = ${institutionId} and t.term_id = near.term_id
      and t.parent_term_id is distinct from near.parent_term_id`.execute(db);
}
