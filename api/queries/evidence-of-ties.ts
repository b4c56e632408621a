import { sql } from 'kysely';
import type { ReadDb } from '@kith/sql/connect.ts';
import type { Asked, Evidence } from './asked.ts';
import { decayed } from './learner-ties.ts';
import { postLink, postSource } from './post-link.ts';
import { select } from './select.ts';

const kindOf: Readonly<Record<string, Evidence[number]['kind']>> = {
  reply: 'reply',
  mention: 'post',
  reaction: 'reaction',
  live_session: 'session',
  breakout: 'breakout',
  group_work: 'group',
  peer_feedback: 'feedback',
  assigned_feedback: 'feedback',
  mentor_contact: 'session',
};

/** Tie events of one learner in the window and just before it, with what each still weighs at T. */
export async function evidenceOfTies(
  db: ReadDb,
  { courseId, personId, asOf }: Asked,
  direction: 'any' | 'received' | 'sent',
): Promise<Evidence> {
  const rows = await select<{
    kind: string;
    at: Date;
    strength: number;
    staff: boolean;
    inWindow: boolean;
    sent: boolean;
    directed: boolean;
    otherId: number;
    other: string;
    title: string | null;
    url: string | null;
  }>(
    db,
    sql`
      select
        events.kind, events.occurred_at as at, (${decayed(asOf)})::float8 as strength, events.layer = 'staff' as staff,
        events.occurred_at >= ${asOf}::timestamptz - interval '1008 hours' as in_window,
        events.source_person_id = ${personId} as sent, events.directed,
        other.person_id as other_id, coalesce(person.name, 'Person ' || other.person_id) as other,
        coalesce(post.title, session.title) as title, coalesce(${postLink('post')}, session.url) as url
      from insight.tie as events
      cross join lateral (
        select case when events.source_person_id = ${personId} then events.target_person_id else events.source_person_id end as person_id
      ) as other
      left join identity.shown_person as person
        on person.institution_id = events.institution_id and person.person_id = other.person_id
      left join core.post as post
        on post.institution_id = events.institution_id and post.course_id = events.course_id
        and events.event_ref = 'post:' || post.post_id
      ${postSource('post')}
      left join core.session as session
        on session.institution_id = events.institution_id and session.course_id = events.course_id
        and events.event_ref = 'session:' || session.session_id
      where events.course_id = ${courseId} and ${personId} in (events.source_person_id, events.target_person_id)
        and events.occurred_at < ${asOf} and events.occurred_at >= ${asOf}::timestamptz - interval '1344 hours'
        and (${direction === 'any'} or (events.directed and (events.source_person_id = ${personId}) = ${direction === 'sent'}))
      order by events.occurred_at desc, events.kind, other.person_id`,
  );
  return rows.map((row) => {
    // What the learner experiences: received and shared count full, sent half (indicators §1.4).
    const half = direction === 'any' && row.directed && row.sent;
    return {
      kind: kindOf[row.kind] ?? 'post',
      at: row.at.toISOString(),
      title: row.title,
      url: row.url,
      withPerson: { personId: row.otherId, name: row.other },
      adds: row.strength * (half ? 0.5 : 1),
      counted: row.inWindow && !row.staff,
      note: noteOf(row, half),
    };
  });
}

function noteOf({ staff, inWindow }: { staff: boolean; inWindow: boolean }, half: boolean): string {
  if (staff) return 'Not counted: contact with staff is no contact with a classmate.';
  if (!inWindow) return 'Not counted: older than six weeks.';
  return half ? 'Counted at half: the learner reached out.' : 'Counted.';
}
