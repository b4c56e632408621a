import { DatabaseError } from 'pg';

/** Serialisation failure, deadlock. */
const disturbed = new Set(['40001', '40P01']);
const attempts = 4;

/**
 * Runs a transaction again where another process had the same in hand at the same instant, as `kith up` and a
 * `kith ingest` beside it have: of two that compute one course, one must begin anew.
 */
export async function undisturbed<T>(transaction: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await transaction();
    } catch (error) {
      const again = error instanceof DatabaseError && disturbed.has(error.code ?? '') && attempt < attempts;
      if (!again) throw error;
    }
  }
}
