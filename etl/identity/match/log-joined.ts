import { sql } from 'kysely';

import type { Merge } from '../../load/merge/merge.ts';
import type { Move } from '../assign-persons.ts';
import { logMoves } from './log-moves.ts';

/**
 * Logs what the signs of a load did to people who were known before: joined or parted. That a new account joined a known
 * person is no news. True where anything was logged.
 */
export async function logJoined(
  { db, institutionId, runId, visibleAt }: Merge,
  moves: readonly Move[],
): Promise<boolean> {
  if (moves.length === 0) return false;
  const { rows } = await sql<{ accountId: number }>`
    select m.account_id from load_person_move as m
      left join load_person as p on p.account_id = m.account_id
    where p.is_new is not true`.execute(db);
  if (rows.length === 0) return false;
  const known = rows.map(({ accountId }) => accountId);
  const { changeId } = await db
    .insertInto('identity.matchChange')
    .values({
      institutionId,
      kind: 'load',
      state: 'done',
      accountIds: known.slice(0, 20),
      ownWord: false,
      runId,
      askedAt: visibleAt,
      doneAt: visibleAt,
    })
    .returning('changeId')
    .executeTakeFirstOrThrow();
  await logMoves(db, { institutionId, changeId, accountIds: known });
  return true;
}
