import type { Db } from '@kith/sql/connect.ts';
import type { SecretKey } from '@kith/sql/secret-key.ts';

import { keepOutcome } from '../schedule/keep-outcome.ts';
import { readPull } from './configured.ts';
import { pullStatements, type Pulled, type PullRequest } from './pull.ts';
import { ComeAgain, StoreError } from './store-error.ts';

export interface PullOrder extends Omit<PullRequest, 'pull'> {
  readonly source: string;
}

/** One try of a configured pull; how it ended is kept with its schedule. Throws what pullStatements and readPull throw. */
export async function runPull(db: Db, key: SecretKey, { source, ...order }: PullOrder): Promise<Pulled> {
  const began = new Date();
  const pull = await readPull(db, key, order.institutionId, source);
  const keep = (outcome: Omit<Parameters<typeof keepOutcome>[3], 'began'>) =>
    keepOutcome(db, order.institutionId, pull.source.sourceId, { began, ...outcome });
  try {
    const pulled = await pullStatements(db, { ...order, pull });
    await keep({ taken: pulled.fetched, runId: pulled.reports.at(-1)?.runId });
    return pulled;
  } catch (error) {
    const message =
      error instanceof StoreError
        ? `${error.message} ${error.hint}`
        : 'It ended unexpectedly; see the loads of the source.';
    await keep({ taken: 0, message, comeAgain: error instanceof ComeAgain ? error.at : undefined });
    throw error;
  }
}
