import type { Reader } from '@kith/api/reader.ts';
import { sql } from 'kysely';
import type { OpenUniversity } from './open-university.ts';
import type { StaffRole } from './university.ts';

/** Somebody of the test university as the API would know them after a sign-in. */
export async function readerOf({ database, institutionId, staff }: OpenUniversity, who: StaffRole): Promise<Reader> {
  const { rows } = await sql<Reader>`
    select ${institutionId}::bigint as institution_id, ${staff[who].personId}::bigint as person_id, r.*, reach.*
    from ops.rights_of(${institutionId}, ${staff[who].personId}) as r
      cross join care.reach_of(${institutionId}, ${staff[who].personId}) as reach`.execute(database.owner);
  return rows[0]!;
}
