import type { Db } from '@kith/sql/connect.ts';
import { sql } from 'kysely';

/** Somebody who wants the weekly word, and what they may see. */
export interface DigestReader {
  readonly institutionId: number;
  readonly personId: number;
  readonly learnerCourses: readonly number[];
  readonly namedCourses: readonly number[];
  readonly aggregateCourses: readonly number[];
  readonly steward: boolean;
  readonly roles: readonly string[];
  readonly supportCourses: readonly number[];
  readonly casePeople: readonly number[];
}

/** Lent by the front door: writes the word for one reader and sends it. False: there was nothing to say. */
export type SendDigest = (reader: DigestReader, to: string) => Promise<boolean>;

interface Due {
  readonly institutionId: number;
  readonly personId: number;
  readonly period: string;
  readonly email: string;
}

/**
 * Sends the weekly word to everybody whose hour has come within the last day, by their own clock. Each is claimed before
 * it goes out, so that running it three times, or in three workers, sends once; what the mail server refuses is given
 * back and tried again until the day is over.
 *
 * @returns words sent now
 */
export async function sendDueDigests(db: Db, send: SendDigest, now: Date): Promise<number> {
  let sent = 0;
  let trouble: unknown;
  for (const due of await claim(db, now)) {
    try {
      const reader = await readerOf(db, due);
      if (reader === undefined || !(await send(reader, due.email))) continue;
      sent += 1;
      await mark(db, due, now);
    } catch (error) {
      trouble = error;
      await giveBack(db, due);
    }
  }
  // The queue keeps count of what failed; the others have their word.
  if (trouble !== undefined) throw new Error('A weekly word was not sent.', { cause: trouble });
  return sent;
}

async function claim(db: Db, now: Date): Promise<readonly Due[]> {
  const { rows } = await sql<Due>`
    with due as (
      select setting.institution_id, setting.person_id, person.email, clock.due_at::date as period
      from care.digest_setting as setting
      join identity.person as person
        on person.institution_id = setting.institution_id and person.person_id = setting.person_id
      cross join lateral (
        select date_trunc('week', ${now}::timestamptz at time zone setting.timezone)
          + make_interval(days => setting.weekday - 1, hours => setting.hour) as due_at
      ) as clock
      where setting.wanted and person.email is not null
        and clock.due_at at time zone setting.timezone between ${now}::timestamptz - interval '24 hours' and ${now}::timestamptz
        and setting.changed_at <= clock.due_at at time zone setting.timezone
    ),
    claimed as (
      insert into care.digest (institution_id, person_id, period, claimed_at)
      select institution_id, person_id, period, ${now} from due
      on conflict do nothing
      returning institution_id, person_id, period
    )
    select due.institution_id, due.person_id, due.period, due.email
    from claimed
    join due on due.institution_id = claimed.institution_id and due.person_id = claimed.person_id
      and due.period = claimed.period
    order by due.institution_id, due.person_id`.execute(db);
  return rows;
}

async function readerOf(db: Db, { institutionId, personId }: Due): Promise<DigestReader | undefined> {
  const { rows } = await sql<DigestReader>`select * from care.digest_reader(${institutionId}, ${personId})`.execute(db);
  return rows[0];
}

const mark = (db: Db, { institutionId, personId, period }: Due, now: Date) =>
  sql`
    update care.digest set sent_at = ${now}
    where institution_id = ${institutionId} and person_id = ${personId} and period = ${period}::date`.execute(db);

const giveBack = (db: Db, { institutionId, personId, period }: Due) =>
  sql`
    delete from care.digest
    where institution_id = ${institutionId} and person_id = ${personId} and period = ${period}::date and sent_at is null`.execute(
    db,
  );
