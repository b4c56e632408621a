import type { Db } from '@kith/sql/connect.ts';
import { sql } from 'kysely';

import { rematch } from '../rematch.ts';
import { CannotMatch, type Change } from './change.ts';
import { logMoves } from './log-moves.ts';
import { sayWords } from './say-words.ts';

/**
 * Carries out a change that was asked for, in one transaction: the words it says, who is one person by them, and all
 * that follows. Facts stay where they are, because they name accounts: nothing is loaded again.
 *
 * @throws CannotMatch, after the change is marked as refused with the reason
 */
export async function carryOut(db: Db, institutionId: number, changeId: number): Promise<void> {
  try {
    await db.transaction().execute((tx) => once(tx, institutionId, changeId));
  } catch (error) {
    if (!(error instanceof CannotMatch)) throw error;
    await db
      .updateTable('identity.matchChange')
      .set({ state: 'refused', message: error.message, doneAt: new Date() })
      .where('institutionId', '=', institutionId)
      .where('changeId', '=', changeId)
      .where('state', '=', 'asked')
      .execute();
    throw error;
  }
}

/** Changes that wait at an institution, the first asked first. */
export async function waitingChanges(db: Db, institutionId: number): Promise<number[]> {
  const rows = await db
    .selectFrom('identity.matchChange')
    .select('changeId')
    .where('institutionId', '=', institutionId)
    .where('state', '=', 'asked')
    .orderBy('changeId')
    .execute();
  return rows.map(({ changeId }) => changeId);
}

async function once(db: Db, institutionId: number, changeId: number): Promise<void> {
  // As every merge does: a load under way decides who is one person by the same words.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`kith merge ${institutionId}`}, 0))`.execute(db);
  const change: Change | undefined = (await db
    .selectFrom('identity.matchChange')
    .select(['changeId', 'kind', 'accountIds', 'sign', 'undoes', 'ownWord'])
    .where('institutionId', '=', institutionId)
    .where('changeId', '=', changeId)
    .where('state', '=', 'asked')
    .executeTakeFirst()) as Change | undefined;
  if (!change) return; // somebody was faster
  const touched = await sayWords(db, institutionId, change);
  const visibleAt = new Date();
  await rematch({ db, institutionId, visibleAt }, touched);
  await logMoves(db, { institutionId, changeId });
  await hold(db, institutionId, change);
  await db
    .updateTable('identity.matchChange')
    .set({ state: 'done', doneAt: visibleAt })
    .where('institutionId', '=', institutionId)
    .where('changeId', '=', changeId)
    .execute();
}

/** Signs and earlier words may stand against what was asked; then nothing of it is kept. */
async function hold(db: Db, institutionId: number, { kind, accountIds }: Change): Promise<void> {
  if (kind !== 'join') return;
  const persons = await db
    .selectFrom('core.account')
    .select('personId')
    .distinct()
    .where('institutionId', '=', institutionId)
    .where('accountId', 'in', [...accountIds])
    .execute();
  if (persons.length === 1) return;
  throw new CannotMatch(
    'Something else says that they are two people.',
    'See what sets them apart with "kith match log", and take that back first.',
  );
}
