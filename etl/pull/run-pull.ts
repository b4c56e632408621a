import type { Db } from '@kith/sql/connect.ts';
import type { SecretKey } from '@kith/sql/secret-key.ts';

import { readPull } from './configured.ts';
import { keepTry } from './progress.ts';
import { pullStatements, type Pulled, type PullRequest } from './pull.ts';
import { ComeAgain, StoreError } from './store-error.ts';

export interface PullOrder extends Omit<PullRequest, 'pull'> {
  readonly source: string;
}

/** One try of a configured pull; how it ended is kept beside it. Throws what pullStatements and readPull throw. */
export async function runPull(db: Db, key: SecretKey, { source, ...order }: PullOrder): Promise<Pulled> {
  const pull = await readPull(db, key, order.institutionId, source);
  try {
    const pulled = await pullStatements(db, { ...order, pull });
    await keepTry(db, order.institutionId, pull, {});
    return pulled;
  } catch (error) {
    const message = error instanceof StoreError ? error.message : 'It ended unexpectedly; see the loads of the source.';
    const comeAgain = error instanceof ComeAgain ? error.at : undefined;
    await keepTry(db, order.institutionId, pull, { message, comeAgain });
    throw error;
  }
}
