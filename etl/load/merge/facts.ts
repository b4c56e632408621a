import { sql } from 'kysely';

import type { RecordType } from '../../records/record.ts';
import type { FactColumn, FactTable, FactType } from './fact-table.ts';
import { factTables, factTypes } from './fact-tables.ts';
import type { Merge } from './merge.ts';

/** Supersedes the old versions and writes the new ones, one type after the other. */
export async function writeFacts(merge: Merge, types: ReadonlySet<RecordType>): Promise<void> {
  for (const type of factTypes.filter((each) => types.has(each))) {
    await supersede(merge, type);
    await insert(merge, type);
  }
  if (types.has('post')) await scrubPosts(merge);
}

const inCourse = ({ inCourse: has = true }: FactTable): boolean => has;

async function supersede({ db, institutionId, visibleAt }: Merge, type: FactType): Promise<void> {
  const fact = factTables[type];
  await sql`
    update ${sql.raw(fact.table)} as f set superseded_at = ${visibleAt}::timestamptz
    from load_plan as p
    where p.type = ${type} and p.action = 'changed' and f.institution_id = ${institutionId}
      ${inCourse(fact) ? sql`and f.course_id = p.old_course_id` : sql``}
      and f.${sql.raw(fact.id)} = p.old_fact_id and f.superseded_at is null`.execute(db);
}

async function insert({ db, institutionId, source, runId, visibleAt }: Merge, type: FactType): Promise<void> {
  const fact = factTables[type];
  const names = Object.keys(fact.columns).join(', ');
  const columns = Object.values(fact.columns);
  const values = columns.map(valueOf).join(',\n');
  const course = inCourse(fact);
  await sql`
    insert into ${sql.raw(fact.table)} (institution_id, ${sql.raw(course ? 'course_id, ' : '')}${sql.raw(fact.id)},
      source_id, run_id, ingested_at, ${sql.raw(names)}) overriding system value
    select ${institutionId}::bigint, ${sql.raw(course ? 'p.course_id, ' : '')}p.fact_id, ${source.sourceId}::bigint,
      ${runId}::bigint, ${visibleAt}::timestamptz, ${sql.raw(values)}
    from load_plan as p
      join (select position, payload as r from staged_record) as s on s.position = p.position
      ${sql.raw(columns.map(personOf).join('\n'))}
    where p.type = ${type} and p.fact_id is not null`.execute(db);
}

const alias = (field: string): string => `person_in_${field.toLowerCase()}`;

const valueOf = (column: FactColumn): string =>
  typeof column === 'string' ? column : `${alias(column.personIn)}.account_id`;

/** Joined, not asked row by row: people are few beside what they did. */
const personOf = (column: FactColumn): string =>
  typeof column === 'string'
    ? ''
    : `left join load_person as ${alias(column.personIn)} on ${alias(column.personIn)}.key = r ->> '${column.personIn}'`;

/** Once a post is anonymous or taken back, no older version of it may tell who wrote it or what it was called. */
async function scrubPosts({ db, institutionId, source }: Merge): Promise<void> {
  await sql`
    update core.post as old
    set title = case when new.deleted_at is null then old.title end,
      body = case when new.deleted_at is null then old.body end,
      author_account_id = case when new.anonymity = 'all' then null else old.author_account_id end,
      co_author_account_ids = case when new.anonymity = 'all' then '{}'::bigint[] else old.co_author_account_ids end
    from load_plan as p
      join core.post as new
        on new.institution_id = ${institutionId} and new.course_id = p.course_id and new.post_id = p.fact_id
    where p.type = 'post' and p.action = 'changed' and (new.anonymity = 'all' or new.deleted_at is not null)
      and old.institution_id = ${institutionId} and old.source_id = ${source.sourceId} and old.key = new.key
      and old.superseded_at is not null`.execute(db);
}
