import { sql } from 'kysely';
import type { ReadDb } from '@kith/sql/connect.ts';
import type { ResponseOf } from '../contract/endpoint.ts';
import type { getLearner } from '../contract/learner.ts';
import { select } from './select.ts';

type Tie = ResponseOf<typeof getLearner>['ties'][number];

/** Decay of indicators §1.3 in SQL, over `events.occurred_at`. */
export const decayed = (asOf: Date) =>
  sql`events.weight * power(0.5, extract(epoch from ${asOf}::timestamptz - events.occurred_at) / 86400 / 14.0)`;

export const windowOf = (asOf: Date) =>
  sql`events.occurred_at < ${asOf}::timestamptz and events.occurred_at >= ${asOf}::timestamptz - interval '1008 hours'`;

/** With whom one learner was in touch in the 42 days before T, from what evidence, strongest first. */
export async function tiesOf(db: ReadDb, courseId: number, personId: number, asOf: Date): Promise<Tie[]> {
  const rows = await select<Omit<Tie, 'lastAt'> & { lastAt: Date }>(
    db,
    sql`
      with events as (
        select
          events.*, ${decayed(asOf)} as strength,
          case when source_person_id = ${personId} then target_person_id else source_person_id end as other_id
        from insight.tie as events
        where course_id = ${courseId} and ${personId} in (source_person_id, target_person_id) and ${windowOf(asOf)}
      ),
      kinds as (
        select institution_id, other_id, kind, count(*)::int as events from events group by 1, 2, 3
      )
      select
        events.other_id as person_id, coalesce(person.name, 'Person ' || events.other_id) as name,
        bool_or(events.layer = 'staff') as staff,
        coalesce(sum(strength) filter (where directed and target_person_id = ${personId}), 0)::float8 as received,
        coalesce(sum(strength) filter (where directed and source_person_id = ${personId}), 0)::float8 as sent,
        coalesce(sum(strength) filter (where not directed), 0)::float8 as together,
        max(occurred_at) as last_at,
        (
          select json_agg(json_build_object('kind', kinds.kind, 'events', kinds.events) order by kinds.kind)
          from kinds where kinds.other_id = events.other_id
        ) as kinds
      from events
      left join identity.shown_person as person
        on person.institution_id = events.institution_id and person.person_id = events.other_id
      group by events.institution_id, events.other_id, person.name
      order by sum(strength) desc, events.other_id`,
  );
  return rows.map((row) => ({ ...row, lastAt: row.lastAt.toISOString() }));
}
