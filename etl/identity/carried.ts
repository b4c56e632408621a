import { sql, type RawBuilder } from 'kysely';

import type { Matching } from './matching.ts';

interface Carried {
  readonly table: string;
  readonly column: string;
  /** What tells a row apart, beside the institution. */
  readonly key: readonly string[];
  /** The column lists several persons. */
  readonly list?: boolean;
  /** Rows that are carried at all. */
  readonly only?: string;
  /** Other columns of a key that holds the person: such a row stays where its place is taken. */
  readonly unlessTaken?: readonly string[];
}

/**
 * What else names a person and goes on with the one they become: grants, sign-ins, contacts, notes, what they decided.
 * Participation, access, ties and weeks are derived anew. A test holds this list against every column that names a person.
 */
export const carried: readonly Carried[] = [
  { table: 'ops.access_grant', column: 'person_id', key: ['grant_id'] },
  { table: 'ops.access_grant', column: 'granted_by', key: ['grant_id'] },
  { table: 'ops.sign_in_link', column: 'person_id', key: ['token_hash'] },
  { table: 'ops.web_session', column: 'person_id', key: ['token_hash'] },
  { table: 'ops.api_token', column: 'person_id', key: ['token_hash'] },
  { table: 'ops.local_account', column: 'person_id', key: ['changed_at'], unlessTaken: [] },
  { table: 'ops.run', column: 'decided_by', key: ['run_id'] },
  { table: 'ops.upload', column: 'person_id', key: ['upload_id'] },
  { table: 'ops.export', column: 'asked_by', key: ['export_id'] },
  { table: 'ops.export', column: 'decided_by', key: ['export_id'] },
  { table: 'ops.report', column: 'asked_by', key: ['report_id'] },
  { table: 'identity.sign_in_waiting', column: 'decided_by', key: ['waiting_id'] },
  { table: 'identity.match_change', column: 'decided_by', key: ['change_id'] },
  { table: 'insight.cohort', column: 'owner_id', key: ['cohort_id'] },
  { table: 'insight.cohort', column: 'person_ids', key: ['cohort_id'], list: true },
  {
    table: 'insight.cohort_member',
    column: 'person_id',
    key: ['course_id', 'cohort_id', 'from_day'],
    unlessTaken: ['course_id', 'cohort_id', 'from_day'],
  },
  { table: 'insight.alert', column: 'state_by', key: ['course_id', 'person_id', 'type'] },
  { table: 'care.contact', column: 'person_id', key: ['course_id', 'contact_id'] },
  { table: 'care.contact', column: 'by_person_id', key: ['course_id', 'contact_id'] },
  { table: 'care.outcome', column: 'person_id', key: ['course_id', 'contact_id', 'window_weeks'] },
  { table: 'care.note', column: 'person_id', key: ['course_id', 'note_id'] },
  { table: 'care.note', column: 'author_id', key: ['course_id', 'note_id'] },
  { table: 'care.note_text', column: 'person_id', key: ['course_id', 'note_id', 'revision'] },
  { table: 'care.note_text', column: 'author_id', key: ['course_id', 'note_id', 'revision'] },
  { table: 'care.note_text', column: 'reader_ids', key: ['course_id', 'note_id', 'revision'], list: true },
  { table: 'care.case_file', column: 'person_id', key: ['course_id', 'case_id'] },
  { table: 'care.case_file', column: 'raised_by', key: ['course_id', 'case_id'] },
  { table: 'care.case_file', column: 'owner_id', key: ['course_id', 'case_id'] },
  { table: 'care.case_file', column: 'handed_over_by', key: ['course_id', 'case_id'] },
  { table: 'care.case_file', column: 'closed_by', key: ['course_id', 'case_id'] },
  { table: 'care.alert_step', column: 'person_id', key: ['course_id', 'step_id'] },
  { table: 'care.alert_step', column: 'viewer_id', key: ['course_id', 'step_id'] },
  { table: 'core.declaration', column: 'by_person_id', key: ['course_id', 'declaration_id'] },
  { table: 'core.withheld', column: 'person_id', key: ['source_id'], unlessTaken: ['source_id'] },
  { table: 'care.kept_apart', column: 'person_id', key: ['other_person_id'], unlessTaken: ['other_person_id'] },
  { table: 'care.kept_apart', column: 'other_person_id', key: ['person_id'], unlessTaken: ['person_id'] },
  { table: 'care.mentor_offer', column: 'person_id', key: ['said_at'], unlessTaken: [] },
  { table: 'care.course_step', column: 'by_person_id', key: ['course_id', 'step_id'] },
  { table: 'care.digest', column: 'person_id', key: ['period'], unlessTaken: ['period'] },
  { table: 'care.digest_setting', column: 'person_id', key: ['changed_at'], unlessTaken: [] },
  { table: 'ops.reader_setting', column: 'person_id', key: ['changed_at'], unlessTaken: [] },
  { table: 'care.mentor_match', column: 'mentor_id', key: ['course_id', 'match_id'] },
  { table: 'care.mentor_match', column: 'mentee_id', key: ['course_id', 'match_id'] },
  { table: 'care.mentor_match', column: 'proposed_by', key: ['course_id', 'match_id'] },
  { table: 'care.mentor_match', column: 'decided_by', key: ['course_id', 'match_id'] },
  {
    table: 'care.pulse_invitation',
    column: 'person_id',
    key: ['course_id', 'round_id'],
    unlessTaken: ['course_id', 'round_id'],
  },
  { table: 'care.pulse_round', column: 'opened_by', key: ['course_id', 'round_id'] },
  { table: 'ops.data_request', column: 'person_id', key: ['request_id'] },
  { table: 'ops.data_request', column: 'answered_by', key: ['request_id'] },
  { table: 'ops.rights_task', column: 'person_id', key: ['task_id'] },
  { table: 'ops.rights_task', column: 'asked_by', key: ['task_id'] },
  {
    table: 'care.alert_view',
    column: 'person_id',
    key: ['course_id', 'type', 'viewer_id'],
    unlessTaken: ['course_id', 'type', 'viewer_id'],
  },
  {
    table: 'care.alert_view',
    column: 'viewer_id',
    key: ['course_id', 'person_id', 'type'],
    unlessTaken: ['course_id', 'person_id', 'type'],
  },
  { table: 'care.template', column: 'owner_id', key: ['key'], unlessTaken: ['key'] },
  {
    table: 'core.participant',
    column: 'person_id',
    key: ['course_id'],
    only: `t.basis = 'marked'`,
    unlessTaken: ['course_id'],
  },
];

const placeOf = ({ table, column }: Carried): string => `${table}.${column}`;

/** The key of row `t` as jsonb. */
const keyOf = ({ key }: Carried): RawBuilder<unknown> =>
  sql`jsonb_build_object(${sql.join(key.flatMap((column) => [sql.lit(column), sql`t.${sql.ref(column)}`]))})`;

/** Row `t` names the person whom `e` takes it from. */
const namesOldOwner = ({ column, list }: Carried) => {
  const named = sql`t.${sql.ref(column)}`;
  return list ? sql`e.old_person_id = any (${named})` : sql`${named} = e.old_person_id`;
};

const toNewOwner = ({ column, list }: Carried) =>
  list
    ? sql`${sql.ref(column)} = array_replace(t.${sql.ref(column)}, e.old_person_id, e.person_id)`
    : sql`${sql.ref(column)} = e.person_id`;

/** Rows of the persons in `load_emptied` go to those their accounts became; the trail remembers which. */
export async function carryAlong({ db, institutionId, visibleAt }: Matching): Promise<void> {
  // Whom the load itself brought has nothing yet: most who are joined are such.
  const { rows } = await sql`
    select from load_emptied as e
      join core.person as p on p.institution_id = ${institutionId} and p.person_id = e.old_person_id
    where p.created_at < ${visibleAt}::timestamptz limit 1`.execute(db);
  if (rows.length === 0) return;
  for (const place of carried) {
    const { table, only, unlessTaken } = place;
    const free = unlessTaken ? isFree(place, unlessTaken, institutionId) : sql`true`;
    await sql`
      with gone as (
        update ${sql.table(table)} as t
        set ${toNewOwner(place)}
        from load_emptied as e
        where t.institution_id = ${institutionId} and ${namesOldOwner(place)} and ${sql.raw(only ?? 'true')} and ${free}
        returning e.old_person_id, ${keyOf(place)} as row_key
      )
      insert into identity.person_trail (institution_id, account_id, place, row_key)
      select ${institutionId}::bigint, f.account_id, ${placeOf(place)}::text, gone.row_key
      from gone
        join identity.first_person as f on f.institution_id = ${institutionId} and f.person_id = gone.old_person_id`.execute(
      db,
    );
  }
}

/**
 * Rows that went along with the accounts in `load_parted` go where those go, unless somebody gave them to another since.
 * The trail of who is home again ends.
 */
export async function goWithOwner({ db, institutionId }: Pick<Matching, 'db' | 'institutionId'>): Promise<void> {
  // A row is of the account it first went along with, however many were joined after.
  await sql`
    create temporary table load_going on commit drop as
    select distinct on (t.place, t.row_key, p.from_person_id) t.place, t.row_key, p.from_person_id as old_person_id, p.person_id
    from identity.person_trail as t join load_parted as p on p.account_id = t.account_id
    where t.institution_id = ${institutionId}
    order by t.place, t.row_key, p.from_person_id, t.trail_no`.execute(db);
  const { rows } = await sql<{ place: string }>`select distinct place from load_going`.execute(db);
  const known = new Set(rows.map(({ place }) => place));
  for (const place of carried.filter((each) => known.has(placeOf(each)))) {
    const { table, unlessTaken } = place;
    const free = unlessTaken ? isTakenByNobody(place, unlessTaken, institutionId) : sql`true`;
    await sql`
      update ${sql.table(table)} as t
      set ${toNewOwner(place)}
      from load_going as e
      where t.institution_id = ${institutionId} and e.place = ${placeOf(place)} and e.row_key = ${keyOf(place)}
        and ${namesOldOwner(place)} and ${free}`.execute(db);
  }
  await sql`
    delete from identity.person_trail as t using load_parted as p
    where t.institution_id = ${institutionId} and t.account_id = p.account_id and p.is_home`.execute(db);
}

/** Whoever row `t` goes to has no row at its key. */
const isTakenByNobody = ({ table, column }: Carried, others: readonly string[], institutionId: number) => sql`
  not exists (
    select from ${sql.table(table)} as own
    where own.institution_id = ${institutionId} and own.${sql.ref(column)} = e.person_id ${sameKey('own', others)})`;

/** And nobody before `e` goes to the same person with such a row. */
const isFree = (place: Carried, others: readonly string[], institutionId: number) => sql`
  ${isTakenByNobody(place, others, institutionId)} and not exists (
    select from load_emptied as sooner
      join ${sql.table(place.table)} as theirs on theirs.${sql.ref(place.column)} = sooner.old_person_id
    where theirs.institution_id = ${institutionId} and sooner.person_id = e.person_id
      and sooner.old_person_id < e.old_person_id ${sameKey('theirs', others)})`;

const sameKey = (alias: string, others: readonly string[]) =>
  sql.join(
    others.map((other) => sql`and ${sql.ref(`${alias}.${other}`)} = ${sql.ref(`t.${other}`)}`),
    sql` `,
  );
