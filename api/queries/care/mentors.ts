import { sql } from 'kysely';
import type { z } from 'zod';
import type { Db, ReadDb } from '@kith/sql/connect.ts';
import type { listMentors, listMyMentoring, MentorMatch } from '../../contract/mentors.ts';
import { assign } from '../../mentors/assign.ts';
import { costOf } from '../../mentors/cost.ts';
import type { Reader } from '../../reader.ts';
import { select } from '../select.ts';

type Mentors = z.output<(typeof listMentors)['response']>;
type Match = z.output<typeof MentorMatch>;
type Mine = z.output<(typeof listMyMentoring)['response']>;

/** The mentors of a course with the room they have, learners who have nobody, and the pairs, newest first. */
export async function mentorsOf(db: ReadDb, courseId: number): Promise<Mentors> {
  const mentors = await select<Mentors['mentors'][number]>(
    db,
    sql`
      select mentor.mentor_id as person_id, person.name, greatest(0, mentor.free) as free
      from care.mentors_of(${courseId}) as mentor
      join identity.shown_person as person on person.person_id = mentor.mentor_id
      order by person.name, mentor.mentor_id`,
  );
  const mentees = await select<Mentors['mentees'][number]>(
    db,
    sql`
      select one.person_id, person.name
      from insight.learner_week as one
      join identity.shown_person as person
        on person.institution_id = one.institution_id and person.person_id = one.person_id
      where one.course_id = ${courseId} and one.state = 'scored' and one.band in ('elevated', 'high')
        and one.week = (select max(week.week) from insight.course_week as week where week.course_id = ${courseId})
        and not exists (
          select from care.mentor_match as match
          where match.institution_id = one.institution_id and match.course_id = one.course_id
            and match.mentee_id = one.person_id and match.state in ('proposed', 'confirmed')
        )
      order by person.name, one.person_id`,
  );
  const matches = await select<Omit<Match, 'proposedAt'> & { proposedAt: Date }>(
    db,
    sql`
      select
        match.match_id, match.state, match.shared_courses, match.hours_apart, match.languages, match.proposed_at,
        json_build_object('personId', mentor.person_id, 'name', mentor.name) as mentor,
        json_build_object('personId', mentee.person_id, 'name', mentee.name) as mentee
      from care.mentor_match as match
      join identity.shown_person as mentor
        on mentor.institution_id = match.institution_id and mentor.person_id = match.mentor_id
      join identity.shown_person as mentee
        on mentee.institution_id = match.institution_id and mentee.person_id = match.mentee_id
      where match.course_id = ${courseId} and match.state in ('proposed', 'confirmed')
      order by match.state desc, mentee.name, match.match_id`,
  );
  return { mentors, mentees, matches: matches.map((one) => ({ ...one, proposedAt: one.proposedAt.toISOString() })) };
}

interface PairRow {
  readonly mentorId: number;
  readonly menteeId: number;
  readonly free: number;
  readonly sharedCourses: number;
  readonly hoursApart: number | null;
  readonly languages: string[];
}

/** Proposes the best pairs for some learners of a course; answers how many have one now. */
export async function proposeMentors(
  db: Db,
  { institutionId, personId: proposedBy }: Reader,
  { courseId, personIds }: { readonly courseId: number; readonly personIds: readonly number[] },
): Promise<number> {
  // Two who ask at once would give a mentor more than they have room for.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`kith mentors ${institutionId}`}, 0))`.execute(db);
  const { rows } =
    await sql<PairRow>`select * from care.mentor_pairs(${courseId}, ${[...personIds]}::bigint[])`.execute(db);
  const chosen = assign(rows.map((row) => ({ ...row, cost: costOf(row) })));
  if (chosen.length === 0) return 0;
  const proposedAt = new Date();
  const values = chosen.map((pair) => {
    const { free: _, ...row } = rows.find((one) => one.mentorId === pair.mentorId && one.menteeId === pair.menteeId)!;
    return { institutionId, courseId, ...row, state: 'proposed', proposedBy, proposedAt };
  });
  await db.insertInto('care.mentorMatch').values(values).execute();
  return chosen.length;
}

/** False: there is no such pair, or from where it stands nobody gets there. */
export async function decideMentor(
  db: Db,
  { institutionId, personId }: Reader,
  { courseId, matchId }: { readonly courseId: number; readonly matchId: number },
  to: 'confirmed' | 'declined' | 'ended',
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('care.mentorMatch')
    .set({ state: to, decidedBy: personId, decidedAt: new Date() })
    .where('institutionId', '=', institutionId)
    .where('courseId', '=', courseId)
    .where('matchId', '=', matchId)
    .where('state', '=', to === 'ended' ? 'confirmed' : 'proposed')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function myMentoring(db: ReadDb): Promise<Mine> {
  const rows = await select<Omit<Mine[number], 'since'> & { since: Date }>(db, sql`select * from care.my_mentoring()`);
  return rows.map((row) => ({ ...row, since: row.since.toISOString() }));
}
