import type { Db } from '@kith/sql/connect.ts';
import { sql } from 'kysely';

import { canonicalJson } from './canonical.ts';
import type { KeyDigest } from './key-digest.ts';
import type { Source } from './source.ts';

/** Digest of what besides files and options decides what a load makes of them. Keyed, for settings may hold addresses. */
export const groundOf = (keyOf: KeyDigest, { timezone, settings }: Source): string =>
  keyOf('ground', canonicalJson({ timezone, settings }));

/**
 * What earlier loads of the source said may not hold any more: the same files are to be read again. By events and not by
 * times, so that a clock that was put back hides nothing.
 *
 * @param keep the load that stays; its own change is what it says
 */
export async function shakeGround(
  db: Db,
  institutionId: number,
  of: { readonly sourceId?: number; readonly keep?: number } = {},
): Promise<void> {
  await sql`
    update ops.run set ground = null
    where institution_id = ${institutionId} and ground is not null and state <> 'loading'
      ${of.sourceId === undefined ? sql`` : sql`and source_id = ${of.sourceId}`}
      ${of.keep === undefined ? sql`` : sql`and run_id <> ${of.keep}`}`.execute(db);
}
