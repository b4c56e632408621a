import { sql } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';
import { typeOf } from './term.ts';
import type { AlertList } from '../score/alerts.ts';
import type { PatternId } from '../score/patterns.ts';
import type { Band } from '../score/types.ts';

export interface ListedWeek {
  readonly week: number;
  readonly list: AlertList;
  /** Of the alert rule in force. */
  readonly version: number;
  readonly bandOf: (learnerId: string) => Band | null;
}

interface Row {
  person_id: number;
  type: string;
  first_week: number;
  last_week: number;
  band: Band | null;
  reasons: readonly PatternId[];
  version: number;
}

/**
 * Brings the alerts of a course to what its weeks list. What people did with an alert stays: it is only opened again
 * where a later week than theirs lists it, never where it was dismissed. Alerts that nobody has touched and no week
 * lists any more disappear, so running it again changes nothing.
 */
export async function storeAlerts(
  db: Db,
  { institutionId, courseId }: { readonly institutionId: number; readonly courseId: number },
  weeks: readonly ListedWeek[],
  now: Date,
): Promise<void> {
  const rows = JSON.stringify(rowsOf(weeks));
  await sql`
    delete from insight.alert as alert
    where alert.institution_id = ${institutionId} and alert.course_id = ${courseId} and alert.state_by is null
      and not exists (
        select from jsonb_to_recordset(${rows}::jsonb) as row (person_id bigint, type text)
        where row.person_id = alert.person_id and row.type = alert.type
      )`.execute(db);
  await sql`
    insert into insight.alert as alert (
      institution_id, course_id, person_id, type, state, first_week, last_week, band, reasons, state_at, definition_version
    )
    select
      ${institutionId}, ${courseId}, row.person_id, row.type, 'open', row.first_week, row.last_week, row.band, row.reasons,
      ${now}::timestamptz, row.version
    from jsonb_to_recordset(${rows}::jsonb) as row (
      person_id bigint, type text, first_week smallint, last_week smallint, band text, reasons jsonb, version int
    )
    on conflict (institution_id, course_id, person_id, type) do update set
      first_week = excluded.first_week, last_week = excluded.last_week, band = excluded.band, reasons = excluded.reasons,
      definition_version = excluded.definition_version,
      state = case
        when alert.state in ('acted', 'closed') and excluded.last_week > alert.state_week then 'open'
        when alert.state = 'snoozed' and excluded.last_week > alert.snoozed_until_week then 'open'
        else alert.state
      end`.execute(db);
}

function rowsOf(weeks: readonly ListedWeek[]): readonly Row[] {
  const rows = new Map<string, Row>();
  for (const { week, list, bandOf, version } of weeks) {
    for (const { learnerId, patterns } of list.listed) {
      const type = typeOf(patterns);
      const key = `${learnerId} ${type}`;
      rows.set(key, {
        person_id: Number(learnerId),
        type,
        first_week: rows.get(key)?.first_week ?? week,
        last_week: week,
        band: bandOf(learnerId),
        reasons: patterns,
        version,
      });
    }
  }
  return [...rows.values()];
}
