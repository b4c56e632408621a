import { sql } from 'kysely';
import type { Db, LocalSettings } from '@kith/sql/connect.ts';
import type { Language } from './contract/language.ts';

/** The signed-in person, and what grants and enrolments come to. Found by the database from the session's token. */
export interface Reader {
  readonly institutionId: number;
  readonly personId: number;
  /** Courses whose learners the reader may see, one by one. */
  readonly learnerCourses: readonly number[];
  /** Those of them where the reader may also see the names; elsewhere a pseudonym stands for the person. */
  readonly namedCourses: readonly number[];
  /** Courses whose aggregates the reader may see. */
  readonly aggregateCourses: readonly number[];
  /** Steward or admin: loads, refused rows, grants and the access log; no learner. */
  readonly steward: boolean;
  /** Courses in which the reader is student support: of their learners, those whose case was handed over. */
  readonly supportCourses: readonly number[];
  /** Whom the reader may see because of a case: the learner handed over, who raised it, who has it. */
  readonly casePeople: readonly number[];
  readonly roles: readonly string[];
  /** What they have chosen to read in; null: what the browser or program asks for. */
  readonly language: Language | null;
  /** True: the session is to be noted as in use, and its token may change. */
  readonly toKeep: boolean;
  /** A program with a token: what it may read. Absent: a person who signed in. */
  readonly scopes?: readonly string[];
}

/** Undefined where the session is unknown, over or ended. */
export async function readerOf(db: Db, session: Buffer): Promise<Reader | undefined> {
  const { rows } = await sql<Reader>`
    select who.*, reach.*, ops.language_of(who.institution_id, who.person_id) as language
    from ops.whoami(${session}) as who
    cross join lateral care.reach_of(who.institution_id, who.person_id) as reach`.execute(db);
  return rows[0];
}

/**
 * What row-level policies read, bound to one transaction. On the pages of one course only that course's names are in
 * reach: who sees somebody by name elsewhere does not learn here which pseudonym is theirs.
 */
export const settingsOf = (reader: Reader, courseId?: number): LocalSettings => ({
  'kith.institution': String(reader.institutionId),
  'kith.person': String(reader.personId),
  'kith.learner_courses': reader.learnerCourses.join(','),
  'kith.named_courses': reader.namedCourses.filter((named) => courseId === undefined || named === courseId).join(','),
  'kith.aggregate_courses': reader.aggregateCourses.join(','),
  'kith.support_courses': reader.supportCourses.join(','),
  'kith.case_people': reader.casePeople.join(','),
  'kith.steward': reader.steward ? 'on' : 'off',
});
