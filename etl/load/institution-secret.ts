import { randomBytes } from 'node:crypto';

import type { Db } from '@kith/sql/connect.ts';

/** An institution's secret of 32 bytes for one purpose; made when it is first asked for. */
export async function institutionSecret(
  db: Db,
  institutionId: number,
  purpose: 'export' | 'record_key',
): Promise<Buffer> {
  await db
    .insertInto('identity.secret')
    .values({ institutionId, purpose, secret: randomBytes(32) })
    .onConflict((conflict) => conflict.columns(['institutionId', 'purpose']).doNothing())
    .execute();
  const { secret } = await db
    .selectFrom('identity.secret')
    .select('secret')
    .where('institutionId', '=', institutionId)
    .where('purpose', '=', purpose)
    .executeTakeFirstOrThrow();
  return secret;
}
