import { existsSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const folder = path.resolve(root, process.env.KITH_REFERENCE_DATA ?? '../shared/data');

/** Why a test that needs the reference data is skipped. */
export const withoutReferenceData =
  'The reference data is not here (it is not part of the repository); KITH_REFERENCE_DATA names its folder.';

/**
 * The path of a real file or folder of the reference data; undefined where it is absent, and then the test is skipped.
 *
 *     const edges = referenceData('dlt-mooc', 'DLT1 Edgelist.csv');
 *     test.skipIf(!edges)('…', …);
 */
export function referenceData(...parts: string[]): string | undefined {
  const file = path.join(folder, ...parts);
  return existsSync(file) ? file : undefined;
}
