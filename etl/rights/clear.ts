import type { Db } from '@kith/sql/connect.ts';
import { sql, type RawBuilder } from 'kysely';

import { affected } from './affected.ts';
import { isAccount, type Fate, type Place } from './places.ts';

/** People, with the accounts under which sources know them. */
export interface People {
  readonly institutionId: number;
  readonly personIds: readonly number[];
  readonly accountIds: readonly number[];
}

/**
 * Takes people out of one place: rows that are about them go, with their entries in the ledger; of other rows only what
 * names them is emptied.
 *
 * @returns rows that went or changed
 */
export async function clear(db: Db, place: Place, people: People): Promise<number> {
  if (place.table === 'core.account') await forgetRecords(db, people);
  return (await removeRows(db, place, people)) + (await emptyColumns(db, place, people));
}

const columnsOf = ({ columns }: Place, ...fates: readonly Fate[]): string[] =>
  Object.entries(columns).flatMap(([column, fate]) => (fates.includes(fate) ? [column] : []));

async function removeRows(db: Db, place: Place, people: People): Promise<number> {
  const columns = columnsOf(place, 'goes');
  if (columns.length === 0) return 0;
  const { table, fact } = place;
  const theirs = sql`institution_id = ${people.institutionId} and (${either(columns.map((column) => names(column, people)))})`;
  if (fact) {
    await sql`
      delete from core.record
      where institution_id = ${people.institutionId} and type = ${fact.type}
        and fact_id in (select ${sql.ref(fact.id)} from ${sql.table(table)} where ${theirs})`.execute(db);
  }
  return affected(db, sql`delete from ${sql.table(table)} where ${theirs}`);
}

async function emptyColumns(db: Db, place: Place, people: People): Promise<number> {
  const columns = columnsOf(place, 'emptied', 'unnamed', 'taken out');
  if (columns.length === 0) return 0;
  const emptied = columns.map((column) => sql`${sql.ref(column)} = ${without(place, column, people)}`);
  return affected(
    db,
    sql`update ${sql.table(place.table)} set ${sql.join(emptied)}
      where institution_id = ${people.institutionId} and (${either(columns.map((column) => names(column, people)))})`,
  );
}

const isList = (column: string): boolean => column.endsWith('_ids');

const idsFor = (column: string, { personIds, accountIds }: People): RawBuilder<unknown> =>
  sql`${[...(isAccount(column) ? accountIds : personIds)]}::bigint[]`;

const names = (column: string, people: People): RawBuilder<unknown> =>
  isList(column)
    ? sql`${sql.ref(column)} && ${idsFor(column, people)}`
    : sql`${sql.ref(column)} = any (${idsFor(column, people)})`;

function without({ columns }: Place, column: string, people: People): RawBuilder<unknown> {
  const ref = sql.ref(column);
  if (columns[column] === 'taken out') {
    return sql`array(
        select one from unnest(${ref}) with ordinality as list (one, place)
        where one <> all (${idsFor(column, people)}) order by place)`;
  }
  const nobody = columns[column] === 'unnamed' ? sql`0` : sql`null`;
  return sql`case when ${names(column, people)} then ${nobody} else ${ref} end`;
}

const either = (conditions: readonly RawBuilder<unknown>[]): RawBuilder<unknown> => sql.join(conditions, sql` or `);

/** The ledger's entries of person records name the account itself. */
const forgetRecords = (db: Db, { institutionId, accountIds }: People) =>
  sql`delete from core.record
    where institution_id = ${institutionId} and type = 'person' and fact_id = any (${[...accountIds]}::bigint[])`.execute(
    db,
  );
