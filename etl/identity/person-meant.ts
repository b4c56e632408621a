import type { Db } from '@kith/sql/connect.ts';

import { NoSuchPerson, personNamed } from './people.ts';

/**
 * The person somebody means at the command line: by address, by the number Kith prints, or by the key of one source.
 *
 * @throws NoSuchPerson
 */
export async function personMeant(
  db: Db,
  institutionId: number,
  word: string,
  source: string | undefined,
): Promise<number> {
  if (source !== undefined) return personWithKey(db, institutionId, word, source);
  if (!/^\d{1,15}$/.test(word)) return (await personNamed(db, institutionId, word)).personId;
  const found = await db
    .selectFrom('core.person')
    .select('personId')
    .where('institutionId', '=', institutionId)
    .where('personId', '=', Number(word))
    .executeTakeFirst();
  if (found === undefined) {
    throw new NoSuchPerson(`There is no person ${word}.`, 'A key of a source is meant? Name it: --source <source>');
  }
  return found.personId;
}

async function personWithKey(db: Db, institutionId: number, key: string, source: string): Promise<number> {
  const found = await db
    .selectFrom('identity.account')
    .innerJoin('ops.source', (join) =>
      join
        .onRef('ops.source.institutionId', '=', 'identity.account.institutionId')
        .onRef('ops.source.sourceId', '=', 'identity.account.sourceId'),
    )
    .innerJoin('core.account', (join) =>
      join
        .onRef('core.account.institutionId', '=', 'identity.account.institutionId')
        .onRef('core.account.accountId', '=', 'identity.account.accountId'),
    )
    .select('core.account.personId')
    .where('identity.account.institutionId', '=', institutionId)
    .where('identity.account.key', '=', key)
    .where('ops.source.name', '=', source)
    .executeTakeFirst();
  if (found === undefined) {
    throw new NoSuchPerson(`The source "${source}" knows nobody as "${key}".`, 'kith source list');
  }
  return found.personId;
}
