import type { Db } from '@kith/sql/connect.ts';
import { sql } from 'kysely';

/** A learner who is asked, and what they are asked about. */
export interface DueInvitation {
  readonly institutionId: number;
  readonly courseId: number;
  readonly roundId: number;
  readonly personId: number;
  readonly course: string;
  readonly closesAt: Date;
  readonly timezone: string;
  /** What they have chosen to read in; null: nothing. */
  readonly language: 'en' | 'de' | null;
}

/** Lent by the front door: writes the invitation with its link and sends it. */
export type SendInvitation = (invitation: DueInvitation, to: string) => Promise<void>;

/**
 * Sends the invitations of open rounds that go by mail. Each is claimed before it goes out, so that nobody has two; what
 * the server refuses is given back and tried again. Whoever left or opted out since is not written to.
 *
 * @returns invitations sent now
 */
export async function sendInvitations(db: Db, send: SendInvitation): Promise<number> {
  let sent = 0;
  let trouble: unknown;
  for (const { email, ...invitation } of await claim(db)) {
    try {
      await send(invitation, email);
      sent += 1;
    } catch (error) {
      trouble = error;
      await giveBack(db, invitation);
    }
  }
  // The queue keeps count of what failed; the others have theirs.
  if (trouble !== undefined) throw new Error('An invitation was not sent.', { cause: trouble });
  return sent;
}

async function claim(db: Db): Promise<readonly (DueInvitation & { readonly email: string })[]> {
  const { rows } = await sql<DueInvitation & { readonly email: string }>`
    with claimed as (
      update care.pulse_invitation as i
      set mailed = true
      from care.pulse_round as r
      where r.institution_id = i.institution_id and r.course_id = i.course_id and r.round_id = i.round_id
        and not i.mailed and r.closed_at is null and r.closes_at > now()
      returning i.institution_id, i.course_id, i.round_id, i.person_id, r.closes_at
    )
    select
      claimed.institution_id, claimed.course_id, claimed.round_id, claimed.person_id, claimed.closes_at,
      place.title as course, coalesce(place.timezone, 'UTC') as timezone, who.email, setting.language
    from claimed
    join core.course as place
      on place.institution_id = claimed.institution_id and place.course_id = claimed.course_id
    join identity.person as who
      on who.institution_id = claimed.institution_id and who.person_id = claimed.person_id
    left join ops.reader_setting as setting
      on setting.institution_id = claimed.institution_id and setting.person_id = claimed.person_id
    where who.email is not null and not exists (
      select from core.opted_out as o
      where o.institution_id = claimed.institution_id and o.person_id = claimed.person_id
        and o.course_id in (0, claimed.course_id)
    )
    order by who.email`.execute(db);
  return rows;
}

const giveBack = (db: Db, { institutionId, courseId, roundId, personId }: DueInvitation) =>
  sql`
    update care.pulse_invitation set mailed = false
    where institution_id = ${institutionId} and course_id = ${courseId} and round_id = ${roundId}
      and person_id = ${personId}`.execute(db);
