import { sql } from 'kysely';

import type { RecordType } from '../../records/record.ts';
import type { Merge } from './merge.ts';

/** Applies unit and term records. What was set by hand under the same key keeps its words. */
export async function applyOrganisation(merge: Merge, types: ReadonlySet<RecordType>): Promise<void> {
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
    set kind = excluded.kind, title = excluded.title, parent_key = excluded.parent_key
    where core.unit.source_id is not null`.execute(db);
  await sql`
    update load_plan as p set fact_id = u.unit_id
    from staged_record as s join core.unit as u on u.institution_id = ${institutionId} and u.key = s.payload ->> 'key'
    where p.type = 'unit' and s.position = p.position`.execute(db);
  await sql`
    update core.unit as u set parent_unit_id = above.unit_id
    from core.unit as above
    where u.institution_id = ${institutionId} and above.institution_id = ${institutionId}
      and above.key = u.parent_key and above.unit_id <> u.unit_id and u.parent_unit_id is distinct from above.unit_id`.execute(
    db,
  );
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
      parent_key = excluded.parent_key
    where core.term.source_id is not null`.execute(db);
  await sql`
    update load_plan as p set fact_id = t.term_id
    from staged_record as s join core.term as t on t.institution_id = ${institutionId} and t.key = s.payload ->> 'key'
    where p.type = 'term' and s.position = p.position`.execute(db);
  await sql`
    update core.term as t set parent_term_id = above.term_id
    from core.term as above
    where t.institution_id = ${institutionId} and above.institution_id = ${institutionId}
      and above.key = t.parent_key and above.term_id <> t.term_id and t.parent_term_id is distinct from above.term_id`.execute(
    db,
  );
}
