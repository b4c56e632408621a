import { sql } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';

interface Pair {
  readonly courseId: number;
  readonly personId: number;
}

/** Moves the open alerts of people to `acted`: somebody has done something, and everybody who teaches there sees it. */
export async function actOnAlerts(
  db: Db,
  institutionId: number,
  viewerId: number,
  people: readonly Pair[],
): Promise<void> {
  await sql`
    update insight.alert as alert
    set state = 'acted', state_at = now(), state_by = ${viewerId}, state_week = last.week
    from (
      select made.course_id, made.person_id, max(week.week) as week
      from unnest(${people.map(({ courseId }) => courseId)}::bigint[], ${people.map(({ personId }) => personId)}::bigint[])
        as made (course_id, person_id)
      join insight.course_week as week on week.institution_id = ${institutionId} and week.course_id = made.course_id
      group by made.course_id, made.person_id
    ) as last
    where alert.institution_id = ${institutionId} and alert.course_id = last.course_id
      and alert.person_id = last.person_id and alert.state in ('open', 'seen')`.execute(db);
}

/** The way back: alerts that this viewer had moved to `acted` are open again. */
export async function reopenAlerts(
  db: Db,
  institutionId: number,
  viewerId: number,
  people: readonly Pair[],
): Promise<void> {
  await sql`
    update insight.alert as alert
    set state = 'open', state_at = now(), state_by = null, state_week = null
    from unnest(${people.map(({ courseId }) => courseId)}::bigint[], ${people.map(({ personId }) => personId)}::bigint[])
      as back (course_id, person_id)
    where alert.institution_id = ${institutionId} and alert.course_id = back.course_id
      and alert.person_id = back.person_id and alert.state = 'acted' and alert.state_by = ${viewerId}`.execute(db);
}
