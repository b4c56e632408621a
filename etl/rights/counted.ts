import type { Db } from '@kith/sql/connect.ts';
import type { Transaction } from 'kysely';
import type { DB } from '@kith/sql/database.ts';

/**
 * Runs `work` in one transaction and takes it back where it was only to be counted: the numbers of a dry run are those of
 * the real thing, not an estimate.
 */
export async function counted<Report>(
  db: Db,
  dryRun: boolean,
  work: (tx: Transaction<DB>) => Promise<Report>,
): Promise<Report> {
  const taken = new TakenBack();
  let report: Report | undefined;
  try {
    return await db.transaction().execute(async (tx) => {
      report = await work(tx);
      if (dryRun) throw taken;
      return report;
    });
  } catch (error) {
    if (error === taken) return report!;
    throw error;
  }
}

/** Thrown to roll back what was only counted. */
class TakenBack extends Error {}
