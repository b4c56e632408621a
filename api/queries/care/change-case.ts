import { sql, type RawBuilder } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';
import type { Reader } from '../../reader.ts';
import { actOnAlerts, reopenAlerts } from './act-on-alerts.ts';

export interface NewCase {
  readonly courseId: number;
  readonly personId: number;
  readonly concern: string;
  readonly dueOn: string | null;
  readonly handOver: boolean;
}

/**
 * Opens a case for a learner of the course and moves their open alerts to `acted`. The sentences of their last week go
 * along. Undefined: there is no such learner, or the reader may not know their name.
 */
export async function openCase(db: Db, reader: Reader, made: NewCase): Promise<number | undefined> {
  const { institutionId, personId: readerId } = reader;
  const { courseId, personId, concern, dueOn, handOver } = made;
  const { rows } = await sql<{ caseId: number }>`
    insert into care.case_file (
      institution_id, course_id, person_id, state, raised_by, raised_at, concern, reasons, patterns, owner_id, due_on, handed_over_at,
      handed_over_by
    )
    select
      ${institutionId}, learner.course_id, learner.person_id, 'open', ${readerId}, now(), ${concern},
      array(
        select reason ->> 'sentence' from jsonb_array_elements(last.reasons -> 'reasons') with ordinality as r (reason, place)
        order by place limit 3
      ),
      array(select jsonb_array_elements_text(last.patterns -> 'firing')),
      ${handOver ? null : readerId}, ${dueOn}::date, ${handOver ? sql`now()` : null}, ${handOver ? readerId : null}
    from core.participant as learner
    left join lateral (
      select one.reasons, one.patterns
      from insight.learner_week as one
      where one.institution_id = learner.institution_id and one.course_id = learner.course_id
        and one.person_id = learner.person_id
      order by one.week desc
      limit 1
    ) as last on true
    where learner.institution_id = ${institutionId} and learner.course_id = ${courseId}
      and learner.person_id = ${personId} and learner.role = 'learner'
    returning case_id`.execute(db);
  if (rows[0] !== undefined) await actOnAlerts(db, institutionId, readerId, [made]);
  return rows[0]?.caseId;
}

export interface CaseKey {
  readonly courseId: number;
  readonly caseId: number;
}

/** Changes one case the policies leave to the reader, if it also is as `where` says. */
async function change(
  db: Db,
  { institutionId }: Reader,
  { courseId, caseId }: CaseKey,
  set: RawBuilder<unknown>,
  where: RawBuilder<unknown>,
): Promise<{ personId: number } | undefined> {
  const { rows } = await sql<{ personId: number }>`
    update care.case_file as file set ${set}
    where file.institution_id = ${institutionId} and file.course_id = ${courseId} and file.case_id = ${caseId} and ${where}
    returning file.person_id`.execute(db);
  return rows[0];
}

const open = sql`file.state = 'open'`;

export const planCase = (
  db: Db,
  reader: Reader,
  key: CaseKey,
  { dueOn, take }: { readonly dueOn?: string | null | undefined; readonly take: boolean },
) =>
  change(
    db,
    reader,
    key,
    sql`due_on = ${dueOn === undefined ? sql`file.due_on` : sql`${dueOn}::date`},
      owner_id = ${take ? sql`${reader.personId}::bigint` : sql`file.owner_id`}`,
    open,
  );

/** Nobody has it until somebody there takes it on. */
export const handOverCase = (db: Db, reader: Reader, key: CaseKey) =>
  change(
    db,
    reader,
    key,
    sql`handed_over_at = now(), handed_over_by = ${reader.personId}, owner_id = null`,
    sql`${open} and file.handed_over_at is null`,
  );

export async function closeCase(
  db: Db,
  reader: Reader,
  key: CaseKey,
  { reason, message }: { readonly reason: string; readonly message: string },
) {
  const closed = await change(
    db,
    reader,
    key,
    sql`state = 'closed', closed_at = now(), closed_by = ${reader.personId}, close_reason = ${reason},
      message_back = ${message}, message_seen_at = case when file.raised_by = ${reader.personId} then now() end`,
    open,
  );
  // Opened by mistake: the learner stands on the list again.
  if (closed !== undefined && reason === 'mistaken')
    await reopenAlerts(db, reader.institutionId, reader.personId, [{ ...key, ...closed }]);
  return closed;
}

/** One's own close, within a day and before the message was read by somebody else. */
export const reopenCase = (db: Db, reader: Reader, key: CaseKey) =>
  change(
    db,
    reader,
    key,
    sql`state = 'open', closed_at = null, closed_by = null, close_reason = null, message_back = null, message_seen_at = null`,
    sql`file.state = 'closed' and file.closed_by = ${reader.personId} and file.closed_at > now() - interval '1 day'
      and (file.message_seen_at is null or file.raised_by = ${reader.personId})`,
  );

export const seeMessage = (db: Db, reader: Reader, key: CaseKey) =>
  change(
    db,
    reader,
    key,
    sql`message_seen_at = coalesce(file.message_seen_at, now())`,
    sql`file.state = 'closed' and file.raised_by = ${reader.personId}`,
  );
