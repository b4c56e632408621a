import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import { from as copyFrom } from 'pg-copy-streams';
import type { Client } from 'pg';

import { type Random, randomOf } from './random.ts';

/** Where bulk activity goes: a course with its accounts, and the weeks in which they do something. */
export interface BulkCourse {
  readonly courseId: number;
  readonly accountIds: readonly number[];
  /** ms since 1970 (UTC). */
  readonly from: number;
  readonly to: number;
}

export interface BulkPlace {
  readonly institutionId: number;
  readonly sourceId: number;
  readonly runId: number;
  readonly courses: readonly BulkCourse[];
}

const columns =
  'institution_id, course_id, occurred_at, source_id, key, account_id, verb_id, course_inferred, object_type, object_key, ' +
  'session_key, duration_s, count, clicks, hash, run_id, ingested_at, superseded_at';
/** Verb 1 is viewed; most of a log is that. */
const kinds = ['page', 'page', 'page', 'forum', 'quiz', 'file'] as const;
const blockSize = 1 << 18;

/**
 * Rows of core.activity in the text format of COPY, course by course and each in the order of time, as a table of years
 * lies on the disk. No file, no checks, no merge: a table of twenty million facts in minutes, for benchmarks only. The
 * same seed gives the same rows.
 */
export function* bulkActivity({ institutionId, sourceId, runId, courses }: BulkPlace, rows: number, seed: number) {
  const random = randomOf(seed, 'bulk', rows);
  let block = '';
  for (const [at, { courseId, accountIds, from, to }] of courses.entries()) {
    const own = Math.floor(((at + 1) * rows) / courses.length) - Math.floor((at * rows) / courses.length);
    for (let row = 0; row < own; row++) {
      const when = new Date(from + Math.floor(((row + random.unit()) / own) * (to - from))).toISOString();
      const kind = random.pick(kinds);
      block +=
        `${institutionId}\t${courseId}\t${when}\t${sourceId}\t${uuid(random)}\t${random.pick(accountIds)}\t1\tf\t${kind}\t` +
        `${kind}-${random.whole(1, 40)}\t\\N\t\\N\t1\t\\N\t${random.whole(1, 2 ** 31)}\t${runId}\t${when}\t\\N\n`;
      if (block.length > blockSize) {
        yield block;
        block = '';
      }
    }
  }
  yield block;
}

/**
 * Copies so many rows straight into the ledger. Where policies bind, COPY is refused: the client is a superuser.
 * Throws RangeError without a course, or without a person to do anything.
 */
export async function copyActivity(client: Client, place: BulkPlace, rows: number, seed = 1): Promise<void> {
  if (place.courses.length === 0 || place.courses.some(({ accountIds }) => accountIds.length === 0)) {
    throw new RangeError('Bulk activity needs courses, and somebody in each of them.');
  }
  const first = new Date(Math.min(...place.courses.map(({ from }) => from)));
  const last = new Date(Math.max(...place.courses.map(({ to }) => to)));
  await client.query('select ops.ensure_activity_months($1::date, $2::date)', [first, last]);
  const stream = client.query(copyFrom(`copy core.activity (${columns}) from stdin`));
  await pipeline(Readable.from(bulkActivity(place, rows, seed)), stream);
}

function uuid(random: Random): string {
  const hex = (): string =>
    Math.floor(random.unit() * 0x1_0000_0000)
      .toString(16)
      .padStart(8, '0');
  const [a, b, c] = [hex(), hex(), hex()];
  return `${hex()}-${a.slice(0, 4)}-4${a.slice(5)}-a${b.slice(1, 4)}-${b.slice(4)}${c}`;
}
