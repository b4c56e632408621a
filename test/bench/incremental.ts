import { compute } from '@kith/etl/compute/compute.ts';
import { accept } from '@kith/etl/load/decide.ts';

import { loadRecords } from '../support/load-records.ts';
import { now, processes } from './computing.ts';
import { figure, secondsOf, type Figure, type Pair } from './figure.ts';
import type { Place } from './place.ts';

/** How long bringing one course up to date takes, after a new post on its last day, beside computing all of them. */
export async function incremental({ etl }: Place, institutionId: number, runs: number): Promise<Figure> {
  let weeks = 0;
  const computing = async (all: boolean): Promise<number> =>
    secondsOf(async () => {
      const report = await compute(etl, institutionId, { all, now, processes });
      if (report.failed.length > 0 || report.weeks === 0) throw new Error('Nothing was computed.');
      if (!all) ({ weeks } = report);
    });
  const pairs: Pair[] = [];
  for (let run = 0; run < runs; run++) {
    const key = `a late post ${String(run)}`;
    const post = { course: 'course-1', thread: key, author: 'course-1-l1', createdAt: '2026-03-29T12:00:00Z' };
    const { runId, state } = await loadRecords(etl, institutionId, [{ type: 'post', key, ...post }]);
    if (state === 'staged') await accept(etl, { institutionId, runId }); // one row after loads of thousands asks a person
    const of = await computing(false);
    pairs.push({ of, than: await computing(true) });
  }
  return figure(
    {
      what: 'computing what one new post in one course changed',
      than: 'computing every week of every course',
      beside: { 'weeks computed': weeks },
    },
    pairs,
  );
}
