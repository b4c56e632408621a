import { sql } from 'kysely';
import type { z } from 'zod';
import type { ReadDb } from '@kith/sql/connect.ts';
import type { ResponseOf } from '../contract/endpoint.ts';
import type { Evaluation, getEvaluation } from '../contract/evaluation.ts';
import { units } from './programmes/units.ts';
import { select } from './select.ts';

type Answer = ResponseOf<typeof getEvaluation>;

interface Kept {
  readonly span: string;
  readonly title: string | null;
  readonly from: string;
  readonly to: string;
}

/** The chosen part and weeks, or the first there are; row-level security lets nobody else's numbers through. */
export async function evaluation(
  db: ReadDb,
  { unitId, span }: { readonly unitId?: number | undefined; readonly span?: string | undefined },
): Promise<Answer> {
  const places = (await units(db)).map(({ unitId: id, title, depth }) => ({ unitId: id, title, depth }));
  const unit = unitId ?? places[0]?.unitId;
  if (unit === undefined) return { units: places, spans: [], chosen: null };
  const spans = await spansOf(db, unit);
  const wanted = spans.find((one) => one.span === span) ?? (span === undefined ? spans[0] : undefined);
  return { units: places, spans, chosen: wanted === undefined ? null : await told(db, unit, wanted.span) };
}

const spansOf = (db: ReadDb, unitId: number) =>
  select<Kept>(
    db,
    sql`
      select kept.span, term.title, kept.from_week as from, kept.to_week as to
      from insight.evaluation as kept
      left join core.term as term on term.institution_id = kept.institution_id and term.term_id = kept.term_id
      where kept.unit_id = ${unitId}
      order by kept.span <> 'all', kept.term_id is not null, kept.from_week desc, kept.span`,
  );

async function told(db: ReadDb, unitId: number, span: string): Promise<Answer['chosen']> {
  const [row] = await select<{ told: z.output<typeof Evaluation>; madeAt: Date }>(
    db,
    sql`select told, made_at from insight.evaluation where unit_id = ${unitId} and span = ${span}`,
  );
  return row === undefined ? null : { unitId, span, told: row.told, madeAt: row.madeAt.toISOString() };
}
