import { sql } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';
import type { BodyOf, ResponseOf } from '../contract/endpoint.ts';
import type { decideMatch, findAccounts as find, listMatches } from '../contract/matches.ts';

/** Lines of each list on the page; more wait behind them. */
const most = 200;

/** Who may be one person. The database refuses others than stewards, and logs the look. */
export async function matches(db: Db): Promise<ResponseOf<typeof listMatches>> {
  const { rows } = await sql<{ found: ResponseOf<typeof listMatches> }>`
    select ops.list_matches(${most}) as found`.execute(db);
  return rows[0]!.found;
}

/** Accounts that carry a word, by name. The database refuses others than stewards, and logs whom it showed. */
export async function findAccounts(db: Db, word: string): Promise<ResponseOf<typeof find>> {
  const { rows } = await sql<{ found: ResponseOf<typeof find> }>`
    select ops.find_accounts(${word}, 50) as found`.execute(db);
  return rows[0]!.found;
}

/** Puts a steward's word into the log, where the worker finds it. Undefined: there is nothing of the kind. */
export async function askMatch(
  db: Db,
  { kind, accountIds = [], sign = null, changeId = null, ownWord = false, why = null }: BodyOf<typeof decideMatch>,
): Promise<number | undefined> {
  const { rows } = await sql<{ asked: number | null }>`
    select ops.ask_match(
      ${kind}, ${[...accountIds]}::bigint[], ${sign}::uuid, ${changeId}::bigint, ${ownWord}, ${why}
    ) as asked`.execute(db);
  return rows[0]?.asked ?? undefined;
}
