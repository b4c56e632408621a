import type { Db } from '@kith/sql/connect.ts';
import { sql, type RawBuilder } from 'kysely';

import { affected } from './affected.ts';
import { forgetCourses, forgetPeople } from './forget.ts';

/** A class of data, how long it is kept unless the institution says something else, and how what is too old goes. */
export interface RetentionClass {
  readonly name: string;
  readonly title: string;
  /** From when its days count. */
  readonly since: string;
  /** Days. */
  readonly usual: number;
  /** Removes what is older than `before`, and answers how many rows by table. */
  readonly remove: (db: Db, institutionId: number, before: Date) => Promise<Readonly<Record<string, number>>>;
}

/** Runs a statement for each table, one after the other, and counts its rows. */
const removing =
  (
    statements: (institutionId: number, before: Date) => Readonly<Record<string, RawBuilder<unknown>>>,
  ): RetentionClass['remove'] =>
  async (db, institutionId, before) => {
    const removed: Record<string, number> = {};
    for (const [table, statement] of Object.entries(statements(institutionId, before)))
      removed[table] = await affected(db, statement);
    return removed;
  };

/** In the order in which they are applied: people go after the courses that held them. */
export const retentionClasses: readonly RetentionClass[] = [
  {
    name: 'refused_rows',
    title: 'Refused rows as they were read',
    since: 'the end of the load',
    usual: 90,
    remove: removing((institutionId, before) => ({
      'ops.reject': sql`update ops.reject as r set raw = null
          from ops.run as run
          where r.institution_id = ${institutionId} and run.institution_id = r.institution_id and run.run_id = r.run_id
            and r.raw is not null and run.finished_at < ${before}`,
    })),
  },
  {
    name: 'statements',
    title: 'Statements as they were received; what was made of them are facts',
    since: 'the day they came',
    usual: 400,
    // Those whose load still waits stay, whatever their age: they are facts of nothing yet.
    remove: removing((institutionId, before) => ({
      'identity.statement': sql`delete from identity.statement as s
          where institution_id = ${institutionId} and stored < ${before}
            and not exists (
              select from ops.statement_batch as b
              where b.institution_id = s.institution_id and b.source_id = s.source_id and b.batch_id = s.batch_id)`,
      'identity.refused_statement': sql`delete from identity.refused_statement where institution_id = ${institutionId} and at < ${before}`,
    })),
  },
  {
    name: 'requests',
    title: 'What people asked about their data, once it is answered, and receipts of erasure and retention',
    since: 'the answer',
    usual: 1095,
    remove: removing((institutionId, before) => ({
      'ops.data_request': sql`delete from ops.data_request where institution_id = ${institutionId} and answered_at < ${before}`,
      'ops.rights_task': sql`delete from ops.rights_task where institution_id = ${institutionId} and finished_at < ${before}`,
    })),
  },
  {
    name: 'exports',
    title: 'What was asked and approved of research exports, what was asked of reports, and their manifests',
    since: 'the end of the export or report, or the word that declined it',
    usual: 3650,
    remove: removing((institutionId, before) => ({
      'ops.export': sql`delete from ops.export
          where institution_id = ${institutionId} and state in ('over', 'declined')
            and greatest(expires_at, decided_at, asked_at) < ${before}`,
      'ops.report': sql`delete from ops.report
          where institution_id = ${institutionId} and state = 'over' and expires_at < ${before}`,
    })),
  },
  {
    name: 'sign_in',
    title: 'Sessions, sign-in links and tokens that no longer hold',
    since: 'their end',
    usual: 30,
    remove: removing((institutionId, before) => ({
      'ops.web_session': sql`delete from ops.web_session
          where institution_id = ${institutionId} and least(expires_at, revoked_at) < ${before}`,
      'ops.api_token': sql`delete from ops.api_token
          where institution_id = ${institutionId} and least(expires_at, ended_at) < ${before}`,
      'ops.sign_in_link': sql`delete from ops.sign_in_link where institution_id = ${institutionId} and expires_at < ${before}`,
    })),
  },
  {
    name: 'access_log',
    title: 'Who looked at whom',
    since: 'the look',
    usual: 730,
    // Whole hours, with their seals: each seal that is left says which one it followed.
    remove: removing((institutionId, before) => ({
      'ops.access_log': sql`delete from ops.access_log
          where institution_id = ${institutionId} and at < date_trunc('hour', ${before}::timestamptz)`,
      'ops.access_log_seal': sql`delete from ops.access_log_seal
          where institution_id = ${institutionId} and hour < date_trunc('hour', ${before}::timestamptz)`,
    })),
  },
  {
    name: 'course_facts',
    title: 'Everything about single learners of a course that has ended; its aggregates stay',
    since: 'the end of the course, or the day it came to Kith if that was later',
    usual: 1095,
    remove: forgetCourses,
  },
  {
    name: 'people',
    title: 'Names, addresses and accounts of people who are in no course and may not sign in',
    since: 'the day Kith first knew them',
    usual: 365,
    remove: forgetPeople,
  },
];
