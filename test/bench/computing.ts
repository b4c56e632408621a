import { availableParallelism } from 'node:os';

import { compute } from '@kith/etl/compute/compute.ts';
import { sql } from 'kysely';

import { figure, secondsOf, type Figure, type Pair } from './figure.ts';
import type { Place } from './place.ts';

/** After the last week has closed. */
export const now = new Date('2026-03-31T06:00:00Z');

/** As the worker of `kith up` computes. */
export const processes = availableParallelism();

/** How long ties, scores and indicators take beside merely counting the same facts by learner and week. */
export async function computing({ etl }: Place, institutionId: number, runs: number): Promise<Figure> {
  const computeAll = async () => {
    const { failed } = await compute(etl, institutionId, { all: true, now, processes });
    if (failed.length > 0) throw new Error(failed[0]!.message);
  };
  const countAll = () =>
    sql`
      select course_id, person_id, date_trunc('week', occurred_at) as week, count(*)
      from (
        select course_id, person_id, occurred_at from core.known_activity where institution_id = ${institutionId}
        union all
        select course_id, author_id, occurred_at from core.known_post where institution_id = ${institutionId}
        union all
        select course_id, person_id, occurred_at from core.known_presence where institution_id = ${institutionId}
      ) as fact
      group by course_id, person_id, week`.execute(etl);
  // The count finds its rows in memory. What is computed is not computed before: that is how an institution first meets it.
  await countAll();
  const pairs: Pair[] = [];
  for (let run = 0; run < runs; run++) pairs.push({ of: await secondsOf(computeAll), than: await secondsOf(countAll) });
  const { rows } = await sql<{ courses: number; learnerWeeks: number; facts: number }>`
    select
      count(distinct course_id) as courses, count(*) as learner_weeks,
      (select count(*) from core.activity) + (select count(*) from core.post) + (select count(*) from core.presence) as facts
    from insight.learner_week where institution_id = ${institutionId}`.execute(etl);
  return figure(
    {
      what: 'computing every week of courses of 30 to 250 learners and twelve weeks, on all cores',
      than: 'counting their facts by course, learner and week',
      beside: {
        courses: rows[0]!.courses,
        'learner-weeks': rows[0]!.learnerWeeks,
        facts: rows[0]!.facts,
      },
    },
    pairs,
  );
}
