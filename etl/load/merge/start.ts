import { sql } from 'kysely';

import type { Merge } from './merge.ts';

/** Tables whose rows show that a learner began, with the account that acted. */
const acts = [
  ['core.post', 'author_account_id'],
  ['core.reaction', 'account_id'],
  ['core.presence', 'account_id'],
  ['core.activity', 'account_id'],
  ['core.feedback', 'giver_account_id'],
] as const;

/**
 * Where neither roster nor person says when a course starts, it starts on the day (in its own zone) of the first thing a
 * learner did there. Pages call that "assumed". A start that moved touches every week.
 */
export async function assumeStarts({ db, institutionId }: Pick<Merge, 'db' | 'institutionId'>): Promise<void> {
  // Asked row by row in the order of time, and not joined: the answer is nearly always in the first rows, and a join of
  // tables the planner has not looked at yet compares every learner with every act.
  const firsts = acts.map(
    ([table, column]) => sql`
      (select f.occurred_at
       from ${sql.table(table)} as f
       where f.institution_id = ${institutionId} and f.course_id = c.course_id and f.superseded_at is null
         and f.occurred_at is not null
         and (
           select p.role
           from core.account as a
             join core.participant as p
               on p.institution_id = ${institutionId} and p.course_id = f.course_id and p.person_id = a.person_id
           where a.institution_id = ${institutionId} and a.account_id = f.${sql.ref(column)}) = 'learner'
       order by f.occurred_at limit 1)`,
  );
  await sql`
    create temporary table load_start on commit drop as
    select c.course_id, (first.at at time zone coalesce(c.timezone, i.timezone))::date as starts_on
    from load_touched_course as t
      join core.course as c on c.institution_id = ${institutionId} and c.course_id = t.course_id
      join core.institution as i on i.institution_id = c.institution_id,
      lateral (select least(${sql.join(firsts)}) as at) as first
    where c.dates_basis in ('unknown', 'assumed') and c.kind <> 'unassigned'`.execute(db);
  await sql`
    delete from load_start as s using core.course as c
    where c.institution_id = ${institutionId} and c.course_id = s.course_id
      and c.starts_on is not distinct from s.starts_on`.execute(db);
  await sql`
    update core.course as c
    set starts_on = s.starts_on, dates_basis = case when s.starts_on is null then 'unknown' else 'assumed' end
    from load_start as s
    where c.institution_id = ${institutionId} and c.course_id = s.course_id`.execute(db);
  await sql`insert into load_touch (course_id, at, open) select course_id, null, true from load_start`.execute(db);
}
