import { sql } from 'kysely';

import type { Db } from '@kith/sql/connect.ts';

/**
 * Derives who belongs to the courses in `load_touched_course`: everybody with a current enrolment, in the best of their
 * roles, and everybody who was only seen, as a provisional learner. Rows marked by hand stay. Bots, test users and
 * shared accounts belong to nothing.
 */
export async function deriveParticipants(db: Db, institutionId: number): Promise<void> {
  await sql`
    delete from core.participant as t using load_touched_course as c
    where t.institution_id = ${institutionId} and t.course_id = c.course_id and t.basis <> 'marked'`.execute(db);
  await fromRoster(db, institutionId);
  await fromFacts(db, institutionId);
}

/** A withdrawal that a later enrolment does not take back closes the membership, whatever the roster still says. */
async function fromRoster(db: Db, institutionId: number): Promise<void> {
  await sql`
    with
      enrolled as (
        select e.course_id, a.person_id, e.valid_from, e.valid_to, e.status,
          case when e.role in ('teacher', 'assistant') then 'staff' when e.role in ('learner', 'mentor') then e.role
            else 'observer' end as role
        from load_touched_course as c
          join core.enrolment as e on e.institution_id = ${institutionId} and e.course_id = c.course_id
          join core.account as a on a.institution_id = ${institutionId} and a.account_id = e.account_id
          join core.person as p on p.institution_id = ${institutionId} and p.person_id = a.person_id
        where e.superseded_at is null and p.kind = 'human'
      ),
      ranked as (
        select enrolled.*,
          dense_rank() over (
            partition by course_id, person_id
            order by array_position(array['staff', 'mentor', 'learner', 'observer'], role),
              array_position(array['active', 'completed', 'inactive', 'suspended', 'withdrawn'], status)
          ) as place
        from enrolled
      ),
      best as (
        select course_id, person_id, role, status,
          case when bool_and(valid_from is not null) then min(valid_from) end as valid_from,
          case when bool_and(valid_to is not null) then max(valid_to) end as valid_to
        from ranked
        where place = 1
        group by course_id, person_id, role, status
      ),
      gone as (
        select o.course_id, a.person_id, max(o.occurred_at) as at
        from load_touched_course as c
          join core.outcome as o on o.institution_id = ${institutionId} and o.course_id = c.course_id
          join core.account as a on a.institution_id = ${institutionId} and a.account_id = o.account_id
        where o.superseded_at is null and o.kind = 'withdrawn' and o.occurred_at is not null
        group by o.course_id, a.person_id
      )
    insert into core.participant (institution_id, course_id, person_id, role, basis, status, valid_from, valid_to)
    select ${institutionId}::bigint, best.course_id, best.person_id, best.role, 'roster',
      case when gone.at is not null then 'withdrawn' else best.status end, best.valid_from, least(best.valid_to, gone.at)
    from best
      left join gone
        on gone.course_id = best.course_id and gone.person_id = best.person_id and best.role = 'learner'
        and (best.valid_from is null or gone.at >= best.valid_from)
    on conflict (institution_id, course_id, person_id) do nothing`.execute(db);
}

/** Columns of the facts that show somebody took part, or was turned to. Being host or observer is neither. */
const traces = [
  ['core.post', 'author_account_id'],
  ['core.post', 'addressee_account_id'],
  ['core.reaction', 'account_id'],
  ['core.presence', 'account_id'],
  ['core.activity', 'account_id'],
  ['core.membership', 'account_id'],
  ['core.feedback', 'giver_account_id'],
  ['core.feedback', 'receiver_account_id'],
  ['core.mentorship', 'mentor_account_id'],
  ['core.mentorship', 'mentee_account_id'],
  ['core.award', 'account_id'],
  ['core.survey_response', 'account_id'],
  ['core.outcome', 'account_id'],
  ['core.consent', 'account_id'],
  ['core.declaration', 'account_id'],
] as const;

/** Columns of a post that name several people. */
const lists = ['co_author_account_ids', 'mention_account_ids'] as const;

/** Adds to `load_moved_course` the courses of people in `load_kind` who became, or ceased to be, human. */
export async function findCoursesOfKinds(db: Db, institutionId: number): Promise<void> {
  const { rows } = await sql`select from load_kind where is_changed limit 1`.execute(db);
  if (rows.length === 0) return;
  const named = ([table, column]: readonly [string, string], is: 'is' | 'is in') => sql`
      select f.course_id
      from load_kind as k
        join core.account as a on a.institution_id = ${institutionId} and a.person_id = k.person_id
        join ${sql.table(table)} as f
          on f.institution_id = ${institutionId} and f.superseded_at is null
          and a.account_id = ${is === 'is' ? sql`f.${sql.ref(column)}` : sql`any (f.${sql.ref(column)})`}
      where k.is_changed`;
  const places = [
    ...[...traces, ['core.enrolment', 'account_id'] as const].map((each) => named(each, 'is')),
    ...lists.map((column) => named(['core.post', column], 'is in')),
  ];
  await sql`insert into load_moved_course (course_id) ${sql.join(places, sql` union `)}`.execute(db);
}

async function fromFacts(db: Db, institutionId: number): Promise<void> {
  const one = traces.map(
    ([table, column]) => sql`
      select f.course_id, f.${sql.ref(column)} as account_id
      from load_touched_course as c
        join ${sql.table(table)} as f on f.institution_id = ${institutionId} and f.course_id = c.course_id
      where f.superseded_at is null and f.${sql.ref(column)} is not null`,
  );
  const many = lists.map(
    (column) => sql`
      select f.course_id, named.account_id
      from load_touched_course as c
        join core.post as f on f.institution_id = ${institutionId} and f.course_id = c.course_id,
        unnest(f.${sql.ref(column)}) as named (account_id)
      where f.superseded_at is null and f.${sql.ref(column)} <> '{}'`,
  );
  await sql`
    insert into core.participant (institution_id, course_id, person_id, role, basis, status)
    select distinct ${institutionId}::bigint, seen.course_id, a.person_id, 'learner', 'provisional', 'active'
    from (${sql.join([...one, ...many], sql` union `)}) as seen
      join core.course as course on course.institution_id = ${institutionId} and course.course_id = seen.course_id
      join core.account as a on a.institution_id = ${institutionId} and a.account_id = seen.account_id
      join core.person as p on p.institution_id = ${institutionId} and p.person_id = a.person_id
    where p.kind = 'human' and course.kind <> 'unassigned'
    on conflict (institution_id, course_id, person_id) do nothing`.execute(db);
}
