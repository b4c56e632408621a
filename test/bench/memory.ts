import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { coursesToCompute } from '@kith/etl/compute/queue.ts';

import { sizes } from './courses.ts';
import { figure, type Figure } from './figure.ts';
import type { Place } from './place.ts';

/** How much more memory one process takes that computes four times as many courses, the largest among either. */
export async function memory({ etl, urls }: Place, institutionId: number): Promise<Figure> {
  const all = (await coursesToCompute(etl, institutionId, { all: true }))
    .map(({ courseId }) => courseId)
    .sort((a, b) => a - b);
  const few = all.slice(0, Math.max(sizes.length, Math.floor(all.length / 4)));
  const many = all.slice(0, 4 * few.length);
  const program = fileURLToPath(new URL('compute-once.ts', import.meta.url));
  const peakOf = async (courses: readonly number[]): Promise<number> => {
    const env = { BENCH_URL: urls.etl, BENCH_INSTITUTION: String(institutionId), BENCH_COURSES: courses.join(',') };
    const { stdout } = await promisify(execFile)(process.execPath, [program], { env: { ...process.env, ...env } });
    return Number(stdout);
  };
  const pair = { than: await peakOf(few), of: await peakOf(many) };
  return figure(
    {
      what: `peak memory of computing ${String(many.length)} courses in one process (no time: a ratio of MB)`,
      than: `computing ${String(few.length)} of them`,
      beside: { 'peak MB': Math.round(pair.of) },
    },
    [pair],
  );
}
