import type { Db } from '@kith/sql/connect.ts';
import { sql } from 'kysely';

interface Logged {
  readonly institutionId: number;
  readonly changeId: number;
  /** Only these accounts; all that moved unless told. */
  readonly accountIds?: readonly number[];
}

/** Before and after of a change, from `load_person_move`. */
export async function logMoves(db: Db, { institutionId, changeId, accountIds }: Logged): Promise<void> {
  await sql`
    insert into identity.match_move (institution_id, change_id, account_id, from_person_id, to_person_id)
    select ${institutionId}::bigint, ${changeId}::bigint, account_id, old_person_id, person_id
    from load_person_move
    where ${accountIds === undefined ? null : [...accountIds]}::bigint[] is null
      or account_id = any (${accountIds === undefined ? null : [...accountIds]}::bigint[])`.execute(db);
}
