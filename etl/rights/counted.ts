import { rehearsed, within, type Db } from '@kith/sql/connect.ts';
import type { Transaction } from 'kysely';
import type { DB } from '@kith/sql/database.ts';

/**
 * Runs `work` in one transaction and takes it back where it was only to be counted: the numbers of a dry run are those of
 * the real thing, not an estimate.
 */
export const counted = <Report>(
  db: Db,
  dryRun: boolean,
  work: (tx: Transaction<DB>) => Promise<Report>,
): Promise<Report> => (dryRun ? rehearsed : within)(db, {}, work);
