import type { Db } from '@kith/sql/connect.ts';
import { sql } from 'kysely';

import { shakeGround } from '../load/ground.ts';
import { keyDigest } from '../load/key-digest.ts';
import { lockMerge } from '../load/lock-merge.ts';
import { pseudonymsOf } from '../exports/pseudonyms.ts';
import { clear } from './clear.ts';
import { counted } from './counted.ts';
import { erasedDigest, type ErasedAccount } from './erased.ts';
import { possibleMentions, type Mention } from './free-text.ts';
import { knownAs, tellingWords } from './known-as.ts';
import { places } from './places.ts';
import { withoutTraces } from './traces.ts';

export interface Erasure {
  readonly institutionId: number;
  readonly personId: number;
  /** Count what would go, and keep it. */
  readonly dryRun: boolean;
}

export interface ErasureReport {
  /** Rows that went, or in which a column was emptied, by table; tables without any are left out. */
  readonly rows: Readonly<Record<string, number>>;
  /** Hours of the access log that were sealed anew, and how many seals were broken before. */
  readonly resealedHours: number;
  readonly brokenBefore: number;
  /** Loads that named the person, were not visible yet, and are dropped. */
  readonly droppedRuns: readonly number[];
  /** Texts of staff that may speak of them by one name alone, for a person to look at. */
  readonly mentions: readonly Mention[];
  /** What to look for in files; never to be kept. */
  readonly words: readonly string[];
}

/**
 * Takes a person out of every table, in one transaction, and remembers by keyed digest which accounts not to load again.
 * Aggregates of whole courses stay as they were computed; a week that is computed again is computed without the person.
 *
 * Out of reach: the systems the files came from, the files themselves, and backups.
 */
export const erasePerson = (db: Db, { institutionId, personId, dryRun }: Erasure): Promise<ErasureReport> =>
  counted(db, dryRun, async (tx) => {
    await lockMerge(tx, institutionId); // a load under way may be about to write rows of this person
    const accounts = await accountsOf(tx, institutionId, personId);
    const people = { institutionId, personIds: [personId], accountIds: accounts.map(({ accountId }) => accountId) };
    const rows: Record<string, number> = {};
    const known = await knownAs(tx, { institutionId, personId, accounts });
    const droppedRuns = await withoutTraces(tx, { institutionId, personId, accounts }, known, rows);
    for (const place of places) {
      const changed = await clear(tx, place, people);
      if (changed > 0) rows[place.table] = (rows[place.table] ?? 0) + changed;
    }
    const { changed, resealedHours, brokenBefore } = await clearLog(tx, institutionId, personId);
    if (changed > 0) rows['ops.access_log'] = changed;
    await forgetErrors(tx);
    await remember(tx, institutionId, accounts);
    await shakeGround(tx, institutionId);
    const mentions = await possibleMentions(tx, institutionId, known.names);
    await tx
      .insertInto('ops.erasure')
      .values({ institutionId, erasedAt: new Date(), rows: JSON.stringify(rows), resealedHours, brokenBefore })
      .execute();
    const words = [...tellingWords(known.words), ...(await pseudonymsOf(tx, institutionId, personId))];
    return { rows, resealedHours, brokenBefore, droppedRuns, mentions, words };
  });

async function accountsOf(db: Db, institutionId: number, personId: number): Promise<ErasedAccount[]> {
  const { rows } = await sql<ErasedAccount>`
    select a.account_id, i.source_id, i.key
    from core.account as a
      join identity.account as i on i.institution_id = a.institution_id and i.account_id = a.account_id
    where a.institution_id = ${institutionId} and a.person_id = ${personId}
    order by a.account_id`.execute(db);
  return rows;
}

async function clearLog(db: Db, institutionId: number, personId: number) {
  const { rows } = await sql<{ changed: number; resealedHours: number; brokenBefore: number }>`
    select changed, resealed_hours, broken_before from ops.erase_from_access_log(${institutionId}, ${personId})`.execute(
    db,
  );
  return rows[0]!;
}

/** Payloads of jobs hold ids of no person; what a job stumbled over may quote a row. No queue, nothing to forget. */
const forgetErrors = (db: Db) =>
  sql`do $$ begin
    if to_regprocedure('jobs.forget_errors()') is not null then perform jobs.forget_errors(); end if;
  end $$`.execute(db);

/** So that the next load of the same export does not bring them back. */
async function remember(db: Db, institutionId: number, accounts: readonly ErasedAccount[]): Promise<void> {
  if (accounts.length === 0) return;
  const keyOf = await keyDigest(db, institutionId);
  const erasedAt = new Date();
  await db
    .insertInto('identity.erased')
    .values(
      accounts.map(({ sourceId, key }) => ({
        institutionId,
        sourceId,
        keyDigest: erasedDigest(keyOf, key),
        erasedAt,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
