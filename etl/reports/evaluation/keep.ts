import { sql } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';
import { gatherEvaluation } from './gather.ts';
import { spansOf, type NamedSpan } from './spans.ts';
import { toldOf } from './told.ts';

/** The page leaves out fewer than five, as the programme pages do. */
const rule = { least: 5, width: 5 };

/**
 * Keeps what the evaluation page shows: worked out here, because whoever reads the page may read no learner. Anew when
 * weeks were computed since (a few minutes later, since many courses are computed one after the other), else every hour,
 * for what staff noted meanwhile.
 *
 * @returns how many were worked out
 */
export async function keepEvaluations(db: Db, institutionId: number, now: Date): Promise<number> {
  if (!(await areDue(db, institutionId, now))) return 0;
  const spans = await spansOf(db, institutionId);
  const { rows: units } = await sql<{ unitId: number }>`
    select distinct unit_id from insight.unit_course where institution_id = ${institutionId} order by unit_id`.execute(
    db,
  );
  let made = 0;
  for (const { unitId } of units) {
    for (const span of spans) made += (await keepOne(db, { institutionId, unitId }, span, now)) ? 1 : 0;
  }
  // A node or a term that is no more, and weeks that have gone.
  await db
    .deleteFrom('insight.evaluation')
    .where('institutionId', '=', institutionId)
    .where('madeAt', '<', now)
    .execute();
  return made;
}

async function areDue(db: Db, institutionId: number, now: Date): Promise<boolean> {
  const { rows } = await sql<{ due: boolean }>`
    select
      exists (select from insight.unit_week where institution_id = ${institutionId})
      and (
        made.at is null or made.at < ${now}::timestamptz - interval '1 hour'
        or made.at < ${now}::timestamptz - interval '5 minutes' and exists (
          select from insight.unit_week where institution_id = ${institutionId} and computed_at > made.at
        )
      ) as due
    from (select min(made_at) as at from insight.evaluation where institution_id = ${institutionId}) as made`.execute(
    db,
  );
  return rows[0]!.due;
}

async function keepOne(
  db: Db,
  { institutionId, unitId }: { readonly institutionId: number; readonly unitId: number },
  { span, termId, from, to }: NamedSpan,
  now: Date,
): Promise<boolean> {
  const numbers = await gatherEvaluation(db, { institutionId, unitId, courseId: null }, { from, to }, rule);
  if (numbers === null) return false;
  const row = {
    termId,
    fromWeek: numbers.weeks.from,
    toWeek: numbers.weeks.to,
    told: JSON.stringify(toldOf(numbers)),
    madeAt: now,
  };
  await db
    .insertInto('insight.evaluation')
    .values({ institutionId, unitId, span, ...row })
    .onConflict((conflict) => conflict.columns(['institutionId', 'unitId', 'span']).doUpdateSet(row))
    .execute();
  return true;
}
