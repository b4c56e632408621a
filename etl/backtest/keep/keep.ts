import { sql } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';

import { shipped } from '../../definitions/overridable.ts';
import type { BacktestReport } from '../backtest.ts';
import { toldOf } from './told.ts';

export interface Kept {
  readonly institutionId: number;
  readonly courseIds: readonly number[];
  readonly asKnownThen: boolean;
  readonly now: Date;
}

/** Keeps what a back-test tells, for researchers to read on a page. Run again on the same facts, it takes its own place. */
export async function keepBacktest(
  db: Db,
  report: BacktestReport,
  { institutionId, courseIds, asKnownThen, now }: Kept,
): Promise<void> {
  const versions = Object.fromEntries(Object.entries(shipped).map(([id, { version }]) => [id, version]));
  await sql`
    insert into insight.backtest
      (institution_id, digest, known_then, course_ids, courses, definitions, told, made_at)
    values (
      ${institutionId}, ${report.digest}, ${asKnownThen}, ${courseIds}::bigint[], ${report.courses}::text[],
      ${JSON.stringify(versions)}::jsonb, ${JSON.stringify(toldOf(report))}::jsonb, ${now}
    )
    on conflict (institution_id, digest) do update set
      known_then = excluded.known_then, course_ids = excluded.course_ids, courses = excluded.courses,
      definitions = excluded.definitions, told = excluded.told, made_at = excluded.made_at`.execute(db);
}
