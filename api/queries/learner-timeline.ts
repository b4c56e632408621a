import { sql } from 'kysely';
import type { ReadDb } from '@kith/sql/connect.ts';
import type { ResponseOf } from '../contract/endpoint.ts';
import type { getLearner } from '../contract/learner.ts';
import { postLink, postSource } from './post-link.ts';
import { select } from './select.ts';

type Signal = ResponseOf<typeof getLearner>['timeline'][number];

const longest = 200;

/** What happened, newest first, without the text of any post. */
export async function timelineOf(db: ReadDb, courseId: number, personId: number, asOf: Date): Promise<Signal[]> {
  const rows = await select<Omit<Signal, 'at'> & { at: Date }>(
    db,
    sql`
      with own as (
        select * from core.known_post where course_id = ${courseId} and author_id = ${personId} and occurred_at < ${asOf}
      ),
      signals as (
        select
          occurred_at as at, 'post' as kind, title, ${postLink('own')} as url,
          case when parent_key is null and addressee_id is null then 'Opened a thread' else 'Wrote a reply' end
            || case when deleted_at is null then '.' else ', and deleted it.' end as sentence
        from own
        ${postSource('own')}
        union all
        select
          reply.occurred_at, 'reply_received', reply.title, ${postLink('reply')},
          case when member.staff_from is null then 'A classmate answered.' else 'Staff answered.' end
        from own
        join core.known_post as reply
          on reply.institution_id = own.institution_id and reply.course_id = own.course_id
          and reply.source_id = own.source_id and reply.parent_key = own.key and reply.author_id <> ${personId}
        left join core.known_member as member
          on member.institution_id = reply.institution_id and member.course_id = reply.course_id
          and member.person_id = reply.author_id
        ${postSource('reply')}
        where reply.occurred_at < ${asOf}
        union all
        select
          sessions.occurred_at, 'session', sessions.title, sessions.url,
          case
            when bool_or(presence.status in ('present', 'late', 'remote')) then 'Came to a session.'
            when bool_or(presence.status = 'excused') then 'Was excused from a session.'
            when bool_or(presence.status = 'watched_recording') then 'Watched the recording of a session.'
            else 'Did not come to a session.'
          end
        from core.known_presence as presence
        join core.known_session as sessions
          on sessions.institution_id = presence.institution_id and sessions.course_id = presence.course_id
          and sessions.source_id = presence.source_id and sessions.key = presence.session_key
        where presence.course_id = ${courseId} and presence.person_id = ${personId} and sessions.occurred_at < ${asOf}
        group by sessions.session_id, sessions.occurred_at, sessions.title, sessions.url
        union all
        select occurred_at, 'reaction', null, null, 'Reacted to a post.'
        from core.known_reaction
        where course_id = ${courseId} and person_id = ${personId} and occurred_at < ${asOf}
        union all
        select occurred_at, 'feedback', null, null,
          case when giver_id = ${personId} then 'Gave feedback.' else 'Received feedback.' end
        from core.known_feedback
        where course_id = ${courseId} and ${personId} in (giver_id, receiver_id) and occurred_at < ${asOf}
        union all
        select
          contact.at, 'contact', null, null,
          case contact.channel
            when 'mail' then 'Somebody wrote a mail to them.'
            when 'platform' then 'Somebody wrote to them on the platform.'
            when 'forum' then 'Somebody answered them in the forum, to reach out.'
            when 'call' then 'Somebody called them.'
            when 'meeting' then 'Somebody had a conversation with them.'
            else 'Somebody reached out to them.'
          end || case when contact.answered_at is null then '' else ' They answered.' end
        from care.contact as contact
        where contact.course_id = ${courseId} and contact.person_id = ${personId} and contact.withdrawn_at is null
        union all
        select written_at, 'note', null, null, 'Somebody wrote a ' || case level when 'normal' then '' else level || ' ' end || 'note.'
        from care.note
        where course_id = ${courseId} and person_id = ${personId}
        union all
        select raised_at, 'case', null, null,
          'A case was opened' || case when handed_over_at is null then '.' else ' and handed over to student support.' end
        from care.case_file
        where course_id = ${courseId} and person_id = ${personId}
        union all
        select closed_at, 'case', null, null, 'A case was closed.'
        from care.case_file
        where course_id = ${courseId} and person_id = ${personId} and closed_at is not null
        union all
        select valid_from, 'enrolment', null, null, 'Enrolled.'
        from core.known_enrolment
        where course_id = ${courseId} and person_id = ${personId} and role = 'learner' and valid_from < ${asOf}
      )
      select at, kind, sentence, title, url from signals order by at desc, kind limit ${longest}`,
  );
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}
