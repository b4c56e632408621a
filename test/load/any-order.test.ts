import { ensureSource } from '@kith/etl/load/source.ts';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { freshDatabase, type FreshDatabase } from '../support/database.ts';
import { anotherWay } from './another-way.ts';
import { universe, type Told } from './arbitrary.ts';
import { dump } from './dump.ts';
import { institution, loadGiven } from './given.ts';

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

/** Institutions with one secret have equal digests of equal keys. */
async function twin(): Promise<number> {
  const institutionId = await institution(database.db);
  const secret = Buffer.alloc(32, 7);
  await database.db.insertInto('identity.secret').values({ institutionId, purpose: 'record_key', secret }).execute();
  return institutionId;
}

/** Loads batch after batch, and of a batch source after source. */
async function loaded(batches: readonly (readonly Told[])[]): Promise<Record<string, string[]>> {
  const institutionId = await twin();
  for (const source of ['forum', 'roster']) {
    await ensureSource(database.db, institutionId, { name: source, connector: 'given' });
  }
  for (const batch of batches) {
    for (const [source, told] of Map.groupBy(batch, (each) => each.source)) {
      const records = told.map(({ record }) => record);
      const thresholds = { rejectedShare: 1 };
      const report = await loadGiven(database.db, institutionId, { source, records, mode: 'delta', thresholds });
      expect(report).toMatchObject({ state: 'visible', read: records.length });
      const { new: fresh, changed, unchanged, rejected } = report;
      expect(fresh + changed + unchanged + rejected).toBe(records.length);
    }
  }
  return dump(database.owner, institutionId);
}

describe('any order, any repetition, any split of the batches', () => {
  test('gives the same tables', { timeout: 600_000 }, async () => {
    const ways = universe.chain((told) => fc.tuple(fc.constant(told), anotherWay(told)));
    await fc.assert(
      fc.asyncProperty(ways, async ([told, batches]) => {
        expect(await loaded(batches)).toEqual(await loaded([told]));
      }),
      { numRuns: Number(process.env.KITH_PROPERTY_RUNS ?? 10), interruptAfterTimeLimit: 400_000 },
    );
  });
});
