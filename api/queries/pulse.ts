import { sql } from 'kysely';
import type { z } from 'zod';
import { readonly, type Db, type ReadDb } from '@kith/sql/connect.ts';
import type { SecretKey } from '@kith/sql/secret-key.ts';
import type { BodyOf, ResponseOf } from '../contract/endpoint.ts';
import type * as contract from '../contract/pulse.ts';
import { linkOf, openLink, type Invitation, type OpenedLink } from '../pulse/link.ts';
import type { Reader } from '../reader.ts';
import { select } from './select.ts';

type Round = z.output<typeof contract.PulseRound>;
type Named = z.output<typeof contract.NamedAnswer>;
type Dated<Row, Keys extends keyof Row> = Omit<Row, Keys> & Readonly<Record<Keys, Date>>;

/** Newest first. The figures of a round were made when it closed. */
export async function rounds(db: ReadDb, courseId: number): Promise<Round[]> {
  const rows = await select<Dated<Round, 'openedAt' | 'closesAt'>>(
    db,
    sql`
      select round_id, opened_at, closes_at, invited, by_mail, closed_at is null and closes_at > now() as open, figures
      from care.pulse_round where course_id = ${courseId}
      order by round_id desc
      limit 40`,
  );
  return rows.map((row) => ({
    ...row,
    openedAt: row.openedAt.toISOString(),
    closesAt: row.closesAt.toISOString(),
  }));
}

/** Answers of the last 35 days that carry a name because their learner ticked so. Row-level security: for who teaches. */
export async function namedAnswers(db: ReadDb, courseId: number): Promise<Named[]> {
  const rows = await select<Dated<Named, 'at'>>(
    db,
    sql`
      select
        shown.person_id, shown.name, response.occurred_at as at, response.items,
        (select avg(item.value::float8) from jsonb_each_text(response.items) as item) as belonging
      from core.survey_response as response
      join core.account as account
        on account.institution_id = response.institution_id and account.account_id = response.account_id
      join identity.shown_person as shown
        on shown.institution_id = account.institution_id and shown.person_id = account.person_id
      where response.course_id = ${courseId} and response.wave like 'kith %' and response.run_id = 0
        and response.superseded_at is null and response.occurred_at > now() - interval '35 days'
        and not exists (
          select from core.opted_out as o
          where o.institution_id = response.institution_id and o.person_id = account.person_id
            and o.course_id in (0, response.course_id)
        )
        and not exists (
          select from core.consent as word
          where word.institution_id = response.institution_id and word.account_id = response.account_id
            and word.purpose = 'survey_contact' and not word.granted and word.superseded_at is null
            and word.occurred_at > response.occurred_at
        )
      order by response.occurred_at desc`,
  );
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

export async function mayOpen(db: ReadDb, courseId: number): Promise<boolean> {
  const [row] = await select<{ may: boolean }>(db, sql`select care.may_ask(${courseId}) as may`);
  return row!.may;
}

/** What came of it: opened, not_here, open_already or too_few. */
export async function openRound(
  db: Db,
  courseId: number,
  { days, byMail }: BodyOf<typeof contract.openPulse>,
): Promise<string> {
  const { rows } = await sql<{ outcome: string }>`
    select care.open_pulse(${courseId}, ${days}, ${byMail}) as outcome`.execute(db);
  return rows[0]!.outcome;
}

/** The reader's open invitations, each with a link of their own. */
export async function invitationsOf(
  db: ReadDb,
  { institutionId, personId }: Reader,
  key: SecretKey,
): Promise<ResponseOf<typeof contract.listInvitations>> {
  const rows = await select<Pick<Invitation, 'courseId' | 'roundId'>>(
    db,
    sql`select course_id, round_id from care.pulse_invitation where person_id = ${personId} order by round_id`,
  );
  const all = await Promise.all(
    rows.map(async ({ courseId, roundId }) => {
      const link = linkOf(key, { institutionId, personId, courseId, roundId });
      return { link, asks: await whatIsAsked(db, openLink(key, link)!) };
    }),
  );
  return all.flatMap(({ link, asks }) =>
    asks?.state === 'open' ? [{ link, course: asks.course, closesAt: asks.closesAt }] : [],
  );
}

/** Undefined: there is no such round. */
export async function whatIsAsked(
  db: ReadDb,
  { invitation, mark }: OpenedLink,
): Promise<ResponseOf<typeof contract.getInvitation> | undefined> {
  const { institutionId, courseId, roundId } = invitation;
  const [row] = await select<{ course: string; closesAt: Date; state: 'open' | 'used' | 'over' }>(
    db,
    sql`
      select title as course, closes_at, state
      from care.pulse_invites(${institutionId}, ${courseId}, ${roundId}, ${mark})`,
  );
  return row && { ...row, closesAt: row.closesAt.toISOString() };
}

/** The same where nobody signed in. */
export const whatLinkAsks = (db: Db, link: OpenedLink) => whatIsAsked(readonly(db), link);

/** The person goes to the database only where they ticked so. */
export async function answer(
  db: Db,
  { invitation, mark }: OpenedLink,
  { named, ...items }: BodyOf<typeof contract.answerPulse>,
): Promise<ResponseOf<typeof contract.answerPulse>> {
  const { institutionId, courseId, roundId, personId } = invitation;
  const { rows } = await sql<ResponseOf<typeof contract.answerPulse>>`
    select care.answer_pulse(
      ${institutionId}, ${courseId}, ${roundId}, ${mark}, ${JSON.stringify(items)}::jsonb, ${named ? personId : null}
    ) as outcome`.execute(db);
  return rows[0]!;
}
