import type { Db } from '@kith/sql/connect.ts';
import { sql } from 'kysely';
import { leastForShare } from '../disclosure/fewest.ts';
import { rounded } from '../disclosure/rounded.ts';
import type { Cohort } from './find-members.ts';

/** Why somebody came (there when it was saved, or the rule came to fit them) or went. */
export type Reason = 'first' | 'joined' | 'left_course' | 'rule';

/** How many came or went on a day for one reason. */
export interface MembershipEvents {
  readonly day: string;
  readonly reason: Reason;
  readonly people: number;
}

/** A span of days, both included, in which ten people or more came or went for one reason; to the nearest five. */
export interface HistoryLine {
  readonly from: string;
  readonly to: string;
  readonly reason: Reason;
  readonly people: number;
}

/** Everything that happened, by day. */
export async function eventsOf(db: Db, { institutionId, cohortId }: Cohort): Promise<readonly MembershipEvents[]> {
  const { rows } = await sql<MembershipEvents>`
    select day, reason, count(distinct person_id)::int as people
    from (
      select from_day as day, reason_in as reason, person_id from insight.cohort_member
      where institution_id = ${institutionId} and cohort_id = ${cohortId}
      union all
      select to_day, reason_out, person_id from insight.cohort_member
      where institution_id = ${institutionId} and cohort_id = ${cohortId} and to_day is not null
    ) as event
    group by day, reason
    order by day, reason`.execute(db);
  return rows;
}

/**
 * What is told of them: days are put together until ten people stand behind a line, and what is newer waits, so that nobody's
 * day is told.
 */
export function toldHistory(events: readonly MembershipEvents[]): readonly HistoryLine[] {
  const lines: HistoryLine[] = [];
  const open = new Map<Reason, { from: string; people: number }>();
  for (const { day, reason, people } of events) {
    const span = open.get(reason) ?? { from: day, people: 0 };
    span.people += people;
    open.set(reason, span);
    if (span.people < leastForShare) continue;
    lines.push({ from: span.from, to: day, reason, people: rounded(span.people) });
    open.delete(reason);
  }
  return lines;
}
