import { sql } from 'kysely';
import type { Db, LocalSettings } from '@kith/sql/connect.ts';

/** The signed-in person, and what grants and enrolments come to. Found by the database from the session's token. */
export interface Reader {
  readonly institutionId: number;
  readonly personId: number;
  /** Courses whose learners the reader may see by name. */
  readonly learnerCourses: readonly number[];
  /** Courses whose aggregates the reader may see. */
  readonly aggregateCourses: readonly number[];
  readonly steward: boolean;
  readonly roles: readonly string[];
}

/** Undefined where the session is unknown, over or ended. */
export async function readerOf(db: Db, token: Buffer): Promise<Reader | undefined> {
  const { rows } = await sql<Reader>`select * from ops.whoami(${token})`.execute(db);
  return rows[0];
}

/** What row-level policies read, bound to one transaction. */
export const settingsOf = (reader: Reader): LocalSettings => ({
  'kith.institution': String(reader.institutionId),
  'kith.person': String(reader.personId),
  'kith.learner_courses': reader.learnerCourses.join(','),
  'kith.aggregate_courses': reader.aggregateCourses.join(','),
  'kith.steward': reader.steward ? 'on' : 'off',
});
