import { factTables, factTypes } from '@kith/etl/load/merge/fact-tables.ts';
import type { Db } from '@kith/sql/connect.ts';
import { sql } from 'kysely';

type Row = Readonly<Record<string, unknown>>;

/**
 * What is visible of one institution, with the keys of the sources in place of our own ids: two ways of loading the same
 * things must give the same text. Ids, times of loading and the queue of weeks are left out.
 */
export async function dump(db: Db, institutionId: number): Promise<Record<string, string[]>> {
  const names = await labels(db, institutionId);
  const read = async (table: string, where = sql`true`) => {
    const { rows } = await sql<Row>`
      select * from ${sql.table(table)} as t where t.institution_id = ${institutionId} and ${where}`.execute(db);
    return rows.map((row) => JSON.stringify(named(row, names))).sort();
  };
  const current = sql`t.superseded_at is null`;
  const facts: Record<string, string[]> = {};
  for (const type of factTypes) facts[type] = await read(factTables[type].table, current);
  return {
    ...facts,
    activity: await read('core.activity', current),
    voided: await read('core.voided_activity'),
    record: await read('core.record'),
    course: await read('core.course', sql`t.kind <> 'unassigned'`),
    course_key: await read('core.course_key'),
    unit: await read('core.unit'),
    term: await read('core.term'),
    person: [...names.persons.values()].sort(),
    person_kind: await read('core.person'),
    account: await read('core.account'),
    names: await read('identity.account'),
    person_names: await read('identity.person'),
    claim: await read('identity.claim'),
    attribute: await read('identity.attribute'),
    participant: await read('core.participant'),
    course_access: await read('ops.course_access'),
  };
}

interface Labels {
  readonly sources: ReadonlyMap<number, string>;
  readonly accounts: ReadonlyMap<number, string>;
  readonly persons: ReadonlyMap<number, string>;
  readonly courses: ReadonlyMap<number, string>;
  readonly units: ReadonlyMap<number, string>;
  readonly terms: ReadonlyMap<number, string>;
}

async function labels(db: Db, institutionId: number): Promise<Labels> {
  const read = async (query: ReturnType<typeof sql<{ id: number; name: string }>>) =>
    new Map((await query.execute(db)).rows.map(({ id, name }) => [id, name] as const));
  const key = sql`s.name || '/' || k.key`;
  return {
    sources: await read(sql`select source_id as id, name from ops.source where institution_id = ${institutionId}`),
    accounts: await read(sql`
      select k.account_id as id, ${key} as name from identity.account as k join ops.source as s using (source_id)
      where k.institution_id = ${institutionId}`),
    persons: await read(sql`
      select a.person_id as id, string_agg(${key}, ' = ' order by ${key}) as name
      from core.account as a join identity.account as k using (account_id) join ops.source as s on s.source_id = k.source_id
      where a.institution_id = ${institutionId} group by a.person_id`),
    courses: await read(sql`
      select c.course_id as id, coalesce(string_agg(${key}, ' = ' order by ${key}), c.kind) as name
      from core.course as c
        left join core.course_key as k on k.course_id = c.course_id
        left join ops.source as s on s.source_id = k.source_id
      where c.institution_id = ${institutionId} group by c.course_id, c.kind`),
    units: await read(sql`select unit_id as id, key as name from core.unit where institution_id = ${institutionId}`),
    terms: await read(sql`select term_id as id, key as name from core.term where institution_id = ${institutionId}`),
  };
}

/** Our own ids, and when and by which load something came: these differ, and may. */
const ours = new Set(['institutionId', 'runId', 'factId', 'ingestedAt', 'createdAt', 'pseudonym']);
for (const type of factTypes)
  ours.add(factTables[type].id.replaceAll(/_(.)/g, (_all, letter: string) => letter.toUpperCase()));

function named(row: Row, labels: Labels): Row {
  const entries = Object.entries(row).flatMap(([column, value]): [string, unknown][] => {
    if (ours.has(column)) return [];
    const known = labelsOf(column, labels);
    if (!known || value === null) return [[column, value]];
    return [[column, Array.isArray(value) ? value.map((id) => known.get(id as number)) : known.get(value as number)]];
  });
  return Object.fromEntries(entries);
}

function labelsOf(column: string, labels: Labels): ReadonlyMap<number, string> | undefined {
  if (/account(?:Id|Ids)$/i.test(column)) return labels.accounts;
  if (/personId$/i.test(column)) return labels.persons;
  if (/courseId$/i.test(column)) return labels.courses;
  if (/unitId$/i.test(column)) return labels.units;
  if (/termId$/i.test(column)) return labels.terms;
  return column === 'sourceId' ? labels.sources : undefined;
}
