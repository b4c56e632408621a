import { sql } from 'kysely';
import type { ReadDb } from '@kith/sql/connect.ts';
import type { Asked, Evidence } from './asked.ts';
import { postLink, postSource } from './post-link.ts';
import { select } from './select.ts';

/** The learner's posts of four weeks and whether a classmate answered each within seven days (indicators S08). */
export async function evidenceOfAnswers(db: ReadDb, { courseId, personId, asOf }: Asked): Promise<Evidence> {
  const rows = await select<{
    at: Date;
    title: string | null;
    url: string | null;
    young: boolean;
    deleted: boolean;
    answeredBy: number | null;
    answeredByName: string | null;
    staffAnswered: boolean;
  }>(
    db,
    sql`
      with posts as (
        select * from core.known_post where course_id = ${courseId} and occurred_at < ${asOf}
      ),
      openers as (
        select distinct on (source_id, thread_key) source_id, thread_key, post_id
        from posts
        where parent_key is null and addressee_id is null
        order by source_id, thread_key, occurred_at, key
      ),
      answers as (
        select
          own.post_id as own_id, reply.author_id, reply.occurred_at, member.staff_from is not null as staff,
          row_number() over (partition by own.post_id, member.staff_from is not null order by reply.occurred_at) as place
        from posts as own
        join posts as reply
          on reply.source_id = own.source_id and reply.author_id <> own.author_id
          and (
            reply.parent_key = own.key
            or (reply.parent_key is null and reply.addressee_id is null and reply.thread_key = own.thread_key
                and exists (select from openers where openers.post_id = own.post_id))
          )
        left join core.known_member as member
          on member.institution_id = own.institution_id and member.course_id = own.course_id
          and member.person_id = reply.author_id
        where own.author_id = ${personId}
          and reply.occurred_at - own.occurred_at <= interval '168 hours'
      )
      select
        own.occurred_at as at, own.title, ${postLink('own')} as url,
        own.occurred_at > ${asOf}::timestamptz - interval '48 hours' as young,
        own.deleted_at is not null and own.deleted_at < ${asOf} as deleted,
        peer.author_id as answered_by, person.name as answered_by_name,
        exists (select from answers where answers.own_id = own.post_id and answers.staff) as staff_answered
      from posts as own
      ${postSource('own')}
      left join answers as peer on peer.own_id = own.post_id and not peer.staff and peer.place = 1
      left join identity.shown_person as person
        on person.institution_id = own.institution_id and person.person_id = peer.author_id
      where own.author_id = ${personId} and own.occurred_at >= ${asOf}::timestamptz - interval '672 hours'
      order by own.occurred_at desc`,
  );
  return rows.map((row) => ({
    kind: 'post',
    at: row.at.toISOString(),
    title: row.title,
    url: row.url,
    withPerson:
      row.answeredBy === null
        ? null
        : { personId: row.answeredBy, name: row.answeredByName ?? `Person ${String(row.answeredBy)}` },
    adds: row.answeredBy === null ? 0 : 1,
    counted: !row.young && !row.deleted,
    note: noteOf(row),
  }));
}

function noteOf(row: { young: boolean; deleted: boolean; answeredBy: number | null; staffAnswered: boolean }): string {
  if (row.deleted) return 'Not counted: the post was deleted.';
  if (row.young) return 'Not counted yet: less than two days old.';
  if (row.answeredBy !== null) return 'A classmate answered within a week.';
  return row.staffAnswered ? 'No classmate answered; staff did.' : 'No classmate answered within a week.';
}
