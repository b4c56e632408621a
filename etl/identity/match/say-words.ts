import type { Db } from '@kith/sql/connect.ts';
import { sql } from 'kysely';

import type { Word } from '../apart.ts';
import { CannotMatch, type Change } from './change.ts';

/**
 * Writes the words of a change beside those that hold, and ends those it contradicts.
 *
 * @returns accounts among which who is one person is to be decided anew
 * @throws CannotMatch
 */
export async function sayWords(db: Db, institutionId: number, change: Change): Promise<number[]> {
  const { kind, accountIds } = change;
  if (kind === 'ignore') return ignore(db, institutionId, change);
  if (kind === 'undo') return takeBack(db, institutionId, change);
  const [first, second] = accountIds;
  const own = await accountsWith(db, institutionId, first ?? 0);
  if (kind === 'split') {
    const rest = own.filter((account) => !accountIds.includes(account));
    if (accountIds.some((account) => !own.includes(account))) throw new CannotMatch('They are not one person now.');
    if (rest.length === 0) throw new CannotMatch('Nobody would stay behind: these are all accounts of the person.');
    await say(db, { institutionId, change, word: 'apart', pairs: crossed(accountIds, rest) });
    return own;
  }
  const other = await accountsWith(db, institutionId, second ?? 0);
  if (own.length === 0 || other.length === 0) throw new CannotMatch('One of the accounts is not there any more.');
  if (own.includes(second!)) throw new CannotMatch('They are one person already.');
  // Of the two accounts alone: the word means the same whatever else was loaded before it.
  const pairs: Pair[] = [[first!, second!]];
  if (kind === 'part') await say(db, { institutionId, change, word: 'apart', pairs });
  else {
    await onlyByOwnWord(db, institutionId, change);
    await end(db, { institutionId, change, pairs: crossed(own, other) });
    await say(db, { institutionId, change, word: 'same', pairs });
  }
  return [...own, ...other];
}

type Pair = readonly [number, number];

const crossed = (some: readonly number[], others: readonly number[]): Pair[] =>
  some.flatMap((a) => others.map((b): Pair => [a, b]));

async function accountsWith(db: Db, institutionId: number, accountId: number): Promise<number[]> {
  const { rows } = await sql<{ accountId: number }>`
    select a.account_id
    from core.account as named
      join core.account as a on a.institution_id = named.institution_id and a.person_id = named.person_id
    where named.institution_id = ${institutionId} and named.account_id = ${accountId} order by a.account_id`.execute(
    db,
  );
  return rows.map((row) => row.accountId);
}

/** Rule 3 of reference/connectors §4: a handle joins only by its owner's own word. */
async function onlyByOwnWord(db: Db, institutionId: number, { accountIds, ownWord }: Change): Promise<void> {
  if (ownWord) return;
  const handle = await db
    .selectFrom('identity.claim')
    .select('accountId')
    .where('institutionId', '=', institutionId)
    .where('accountId', 'in', [...accountIds])
    .where('scheme', '=', 'handle')
    .executeTakeFirst();
  if (!handle) return;
  throw new CannotMatch(
    'One of them is known by a handle only, and a handle joins only by its owner’s own word.',
    'Ask the learner, and say so: --own-word.',
  );
}

interface Saying {
  readonly institutionId: number;
  readonly change: Change;
  readonly pairs: readonly Pair[];
}

async function say(db: Db, { word, ...saying }: Saying & { readonly word: Word['word'] }): Promise<void> {
  const { institutionId, change, pairs } = saying;
  await end(db, saying);
  await sql`
    insert into identity.match_word (institution_id, change_id, account_id, other_account_id, word)
    select ${institutionId}::bigint, ${change.changeId}::bigint, least(p.a, p.b), greatest(p.a, p.b), ${word}::text
    from unnest(${pairs.map(([a]) => a)}::bigint[], ${pairs.map(([, b]) => b)}::bigint[]) as p (a, b)`.execute(db);
}

/** Whatever was said of these pairs before holds no longer. */
async function end(db: Db, { institutionId, change, pairs }: Saying): Promise<void> {
  await sql`
    update identity.match_word as w set ended_by_change = ${change.changeId}::bigint
    from unnest(${pairs.map(([a]) => a)}::bigint[], ${pairs.map(([, b]) => b)}::bigint[]) as p (a, b)
    where w.institution_id = ${institutionId} and w.ended_by_change is null
      and w.account_id = least(p.a, p.b) and w.other_account_id = greatest(p.a, p.b)`.execute(db);
}

/** The sign joins nobody, nor do those that the very same accounts carry beside it: the hashes of an address. */
async function ignore(db: Db, institutionId: number, { changeId, sign }: Change): Promise<number[]> {
  const { rows } = await sql<{ sign: string; accounts: number[] }>`
    with held as (
      select c.sign, array_agg(c.account_id order by c.account_id) as accounts
      from identity.match_conflict as c where c.institution_id = ${institutionId} group by c.sign
    )
    select other.sign, other.accounts from held join held as other on other.accounts = held.accounts
    where held.sign = ${sign}::uuid`.execute(db);
  if (rows.length === 0) throw new CannotMatch('This sign waits for nobody any more.');
  for (const row of rows) {
    await db.insertInto('identity.matchIgnored').values({ institutionId, changeId, sign: row.sign }).execute();
  }
  const { accounts } = rows[0]!;
  await db
    .updateTable('identity.matchChange')
    .set({ accountIds: accounts })
    .where('institutionId', '=', institutionId)
    .where('changeId', '=', changeId)
    .execute();
  return accounts;
}

/** Ends the words of a change and lets those hold again that it ended. */
async function takeBack(db: Db, institutionId: number, { changeId, undoes }: Change): Promise<number[]> {
  const { rows } = await sql<{ kind: string; state: string; later: number | null; accounts: number[] }>`
    select c.kind, c.state,
      (select min(w.ended_by_change) from identity.match_word as w
        where w.institution_id = c.institution_id and w.change_id = c.change_id) as later,
      array(
        select m.account_id from identity.match_move as m
        where m.institution_id = c.institution_id and m.change_id = c.change_id
        union select unnest(c.account_ids)
        union select f.account_id from identity.match_word as w, unnest(array[w.account_id, w.other_account_id]) as f (account_id)
          where w.institution_id = c.institution_id and c.change_id in (w.change_id, w.ended_by_change)
      ) as accounts
    from identity.match_change as c
    where c.institution_id = ${institutionId} and c.change_id = ${undoes}`.execute(db);
  const [undone] = rows;
  if (undone?.state !== 'done') throw new CannotMatch('There is no such change to take back.');
  if (undone.kind === 'load') {
    throw new CannotMatch('A load did that by its signs.', 'Set them apart: kith match split.');
  }
  if (undone.later !== null) {
    throw new CannotMatch(`Change ${undone.later} came after it and stands on it.`, 'Take that one back first.');
  }
  await sql`
    with ended as (
      update identity.match_word set ended_by_change = ${changeId}::bigint
      where institution_id = ${institutionId} and change_id = ${undoes} and ended_by_change is null
    )
    insert into identity.match_word (institution_id, change_id, account_id, other_account_id, word)
    select institution_id, ${changeId}::bigint, account_id, other_account_id, word from identity.match_word
    where institution_id = ${institutionId} and ended_by_change = ${undoes}`.execute(db);
  await sql`
    update identity.match_ignored set ended_by_change = ${changeId}::bigint
    where institution_id = ${institutionId} and change_id = ${undoes} and ended_by_change is null`.execute(db);
  return undone.accounts;
}
