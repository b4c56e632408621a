import { sql } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';
import type { Span } from '../part.ts';

/** Weeks that the page offers. */
export interface NamedSpan extends Span {
  readonly span: string;
  /** The term; null: none. */
  readonly termId: number | null;
}

/** So many weeks back from the last one with numbers. */
const lately = [4, 12];

/**
 * The spans of an institution's evaluations: all weeks, the last ones, and its latest terms. There are no free ones, so
 * that nobody can take one week from another.
 */
export async function spansOf(db: Db, institutionId: number): Promise<NamedSpan[]> {
  const { rows: terms } = await sql<{ termId: number; from: string; to: string }>`
    select term_id, date_trunc('week', starts_on::timestamp)::date::text as from, ends_on::text as to
    from core.term
    where institution_id = ${institutionId} and starts_on <= now()::date
    order by starts_on desc, term_id desc
    limit 6`.execute(db);
  const { rows } = await sql<{ last: string | null }>`
    select max(week_start)::text as last from insight.course_week where institution_id = ${institutionId}`.execute(db);
  const last = rows[0]?.last ?? null;
  if (last === null) return [];
  return [
    { span: 'all', termId: null, from: null, to: null },
    ...lately.map((weeks) => ({
      span: `weeks-${String(weeks)}`,
      termId: null,
      from: weeksBefore(last, weeks - 1),
      to: last,
    })),
    ...terms.map((term) => ({ span: `term-${String(term.termId)}`, ...term })),
  ];
}

function weeksBefore(monday: string, weeks: number): string {
  const day = new Date(`${monday}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() - 7 * weeks);
  return day.toISOString().slice(0, 10);
}
