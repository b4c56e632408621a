import { UnreadableFile } from '@kith/etl/connector.ts';
import { readMended, type MendedRow } from '@kith/etl/load/mended/read-mended.ts';
import { ProblemError } from '../problem.ts';

/** The rows of a mended list, as it was sent. */
export async function mendedRows(body: unknown, runId: number): Promise<MendedRow[]> {
  const bytes = Buffer.isBuffer(body) ? body : Buffer.alloc(0);
  const open = async function* () {
    await Promise.resolve();
    yield bytes;
  };
  try {
    return await readMended({ name: 'the list', bytes: bytes.length, open }, runId);
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    throw new ProblemError(400, 'Not a list of this load', error.message, error.hint);
  }
}
