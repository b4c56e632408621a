import { sql } from 'kysely';
import type { ReadDb } from '@kith/sql/connect.ts';
import type { Asked, Evidence } from './asked.ts';
import { optedOut } from './opted-out.ts';
import { select } from './select.ts';

/**
 * What adds to contact with classmates without anybody addressing anybody: threads written in together (indicators
 * §9.1.5, twelve authors at most, pairs without a direct answer there) and hours in sessions of more than a hundred.
 * Neither is stored as a tie: how many wrote in a thread changes with every week, and a crowd has no pairs.
 */
export async function evidenceOfCompany(db: ReadDb, asked: Asked): Promise<Evidence> {
  return [...(await threads(db, asked)), ...(await crowds(db, asked))];
}

interface Row {
  at: Date;
  title: string | null;
  url: string | null;
  adds: number;
}

async function threads(db: ReadDb, { courseId, personId, asOf }: Asked): Promise<Evidence> {
  const rows = await select<Row & { otherId: number; other: string; authors: number }>(
    db,
    sql`
      with posts as (
        select posts.*
        from core.known_post as posts
        join core.known_member as member
          on member.institution_id = posts.institution_id and member.course_id = posts.course_id
          and member.person_id = posts.author_id and member.learner_from is not null
          and not coalesce(posts.occurred_at >= member.staff_from and posts.occurred_at < member.staff_to, false)
        where posts.course_id = ${courseId} and posts.occurred_at < ${asOf} and not ${optedOut('member')}
      ),
      authors as (
        select
          institution_id, source_id, thread_key, author_id, min(occurred_at) as first_at,
          min(title) as title, min(url) as url, count(*) over (partition by source_id, thread_key) as m
        from posts
        group by institution_id, source_id, thread_key, author_id
      )
      select
        greatest(own.first_at, other.first_at) as at, own.title, own.url, own.m::int as authors,
        other.author_id as other_id, coalesce(person.display_name, 'Person ' || other.author_id) as other,
        (0.25 / (own.m - 1) * power(0.5, extract(epoch from ${asOf}::timestamptz - greatest(own.first_at, other.first_at)) / 86400 / 14.0))::float8 as adds
      from authors as own
      join authors as other
        on other.source_id = own.source_id and other.thread_key = own.thread_key and other.author_id <> own.author_id
      left join identity.person as person
        on person.institution_id = other.institution_id and person.person_id = other.author_id
      where own.author_id = ${personId} and own.m between 2 and 12
        and greatest(own.first_at, other.first_at) >= ${asOf}::timestamptz - interval '1008 hours'
        and not exists (
          select
          from posts as reply
          join insight.tie_event as answer
            on answer.institution_id = reply.institution_id and answer.course_id = reply.course_id
            and answer.kind = 'reply' and answer.event_ref = 'post:' || reply.post_id
          where reply.source_id = own.source_id and reply.thread_key = own.thread_key
            and ((answer.source_person_id = own.author_id and answer.target_person_id = other.author_id)
              or (answer.source_person_id = other.author_id and answer.target_person_id = own.author_id))
        )
      order by at desc, other.author_id`,
  );
  return rows.map(({ at, title, url, adds, otherId, other, authors }) => ({
    kind: 'post',
    at: at.toISOString(),
    title,
    url,
    withPerson: { personId: otherId, name: other },
    adds,
    counted: true,
    note: `Wrote in the same thread, without answering each other; ${String(authors)} wrote there.`,
  }));
}

async function crowds(db: ReadDb, { courseId, personId, asOf }: Asked): Promise<Evidence> {
  const rows = await select<Row & { hours: number }>(
    db,
    sql`
      select
        contact.occurred_at as at, session.title, session.url, contact.hours,
        (0.5 * contact.hours * power(0.5, extract(epoch from ${asOf}::timestamptz - contact.occurred_at) / 86400 / 14.0))::float8 as adds
      from insight.ambient_contact as contact
      left join core.session as session
        on session.institution_id = contact.institution_id and session.course_id = contact.course_id
        and contact.event_ref = 'session:' || session.session_id
      where contact.course_id = ${courseId} and contact.person_id = ${personId}
        and contact.occurred_at < ${asOf} and contact.occurred_at >= ${asOf}::timestamptz - interval '1008 hours'
      order by at desc`,
  );
  return rows.map(({ at, title, url, adds, hours }) => ({
    kind: 'session',
    at: at.toISOString(),
    title,
    url,
    withPerson: null,
    adds,
    counted: true,
    note: `${hours.toFixed(1)} hours among more than a hundred: counted per person, not per pair.`,
  }));
}
