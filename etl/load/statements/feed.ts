import { sql } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';

import { xapi } from '../../extract/xapi/xapi.ts';
import { alone } from '../alone.ts';
import { load } from '../load.ts';
import type { RunReport } from '../request.ts';
import { readSource } from '../source.ts';
import { claimBatches, dropBatches, type Store } from './batches.ts';
import { claimedFile } from './claimed-file.ts';

/**
 * Makes facts of the statements that wait, through the connector and the loader like any file. What waits is forgotten
 * only after its load is committed: cut off, the same statements are loaded again, and the ledger knows those it has.
 * While another process feeds the source, this does nothing.
 *
 * @returns what became of each load
 */
export async function feedStatements(db: Db, store: Store, signal?: AbortSignal): Promise<RunReport[]> {
  const reports: RunReport[] = [];
  await alone(db, `kith feed ${store.institutionId}/${store.sourceId}`, async () => {
    for (;;) {
      const claim = await claimBatches(db, store);
      if (claim === undefined) return;
      reports.push(await loadClaim(db, store, claim, signal));
      await dropBatches(db, store, claim);
    }
  });
  return reports;
}

async function loadClaim(db: Db, store: Store, claim: string, signal: AbortSignal | undefined): Promise<RunReport> {
  const { institutionId } = store;
  const source = await readSource(db, institutionId, await nameOf(db, store));
  return load(db, {
    institutionId,
    source: source.name,
    connector: xapi,
    input: { path: 'the xAPI receiver', files: [claimedFile(db, store, claim)] },
    context: { timezone: source.timezone, options: source.settings.options },
    mode: 'event',
    signal,
  });
}

async function nameOf(db: Db, { institutionId, sourceId }: Store): Promise<string> {
  const { rows } = await sql<{ name: string }>`
    select name from ops.source where institution_id = ${institutionId} and source_id = ${sourceId}`.execute(db);
  return rows[0]!.name;
}
