import type { RecordType } from '../records/record.ts';

/** What becomes of a row in which a column names somebody who is erased. */
export type Fate =
  /** The row is about them, and goes. */
  | 'goes'
  /** The row is about somebody else: the column is emptied. */
  | 'emptied'
  /** The row is about somebody else and needs an author: it becomes person 0, an erased one. */
  | 'unnamed'
  /** The column lists several people: they are taken out of the list. */
  | 'taken out';

/** A table in which people are named, and what becomes of each column that names them. */
export interface Place {
  readonly table: string;
  /** By column. A name that ends in `account_id` or `account_ids` holds accounts, any other holds persons. */
  readonly columns: Readonly<Record<string, Fate>>;
  /** Facts of the ledger: their entries in `core.record` go with them. */
  readonly fact?: { readonly type: RecordType; readonly id: string };
}

const fact = (type: RecordType, columns: Place['columns'], table = `core.${type}`): Place => ({
  table,
  columns,
  fact: { type, id: `${table.slice('core.'.length)}_id` },
});

/**
 * Every place where a person or account is named by number, in the order in which they are emptied: what hangs on
 * something goes before it. A test holds this list against the catalogue, so a new table is either here or the build fails.
 * The access log is not here: it may only be changed by `ops.erase_from_access_log`.
 */
export const places: readonly Place[] = [
  fact('award', { account_id: 'goes', by_account_id: 'emptied' }),
  fact('consent', { account_id: 'goes' }),
  fact('declaration', { account_id: 'goes', by_person_id: 'emptied' }),
  fact('enrolment', { account_id: 'goes' }),
  fact('feedback', { giver_account_id: 'goes', receiver_account_id: 'goes' }),
  fact('membership', { account_id: 'goes' }),
  fact('mentorship', { mentor_account_id: 'goes', mentee_account_id: 'goes' }),
  fact('outcome', { account_id: 'goes' }),
  fact('post', {
    author_account_id: 'goes',
    addressee_account_id: 'emptied',
    co_author_account_ids: 'taken out',
    mention_account_ids: 'taken out',
  }),
  fact('presence', { account_id: 'goes' }),
  fact('reaction', { account_id: 'goes' }),
  fact('relation', { observer_account_id: 'goes', learner_account_id: 'goes' }),
  fact('session', { host_account_id: 'emptied' }),
  fact('survey_response', { account_id: 'goes' }),
  { table: 'core.activity', columns: { account_id: 'goes' } },
  { table: 'core.opted_out', columns: { person_id: 'goes' } },
  { table: 'core.withheld', columns: { person_id: 'goes' } },
  { table: 'core.participant', columns: { person_id: 'goes' } },
  { table: 'insight.alert', columns: { person_id: 'goes', state_by: 'emptied' } },
  { table: 'insight.ambient_contact', columns: { person_id: 'goes' } },
  { table: 'insight.cohort', columns: { owner_id: 'goes', person_ids: 'taken out' } },
  { table: 'insight.cohort_member', columns: { person_id: 'goes' } },
  { table: 'insight.learner_week', columns: { person_id: 'goes' } },
  { table: 'insight.tie_event', columns: { source_person_id: 'goes', target_person_id: 'goes' } },
  { table: 'insight.session_stay', columns: { person_id: 'goes' } },
  { table: 'care.alert_step', columns: { person_id: 'goes', viewer_id: 'unnamed' } },
  { table: 'care.alert_view', columns: { person_id: 'goes', viewer_id: 'goes' } },
  { table: 'care.outcome', columns: { person_id: 'goes' } },
  { table: 'care.contact', columns: { person_id: 'goes', by_person_id: 'unnamed' } },
  { table: 'care.note_text', columns: { person_id: 'goes', author_id: 'unnamed', reader_ids: 'taken out' } },
  { table: 'care.note', columns: { person_id: 'goes', author_id: 'unnamed' } },
  {
    table: 'care.case_file',
    columns: {
      person_id: 'goes',
      raised_by: 'unnamed',
      owner_id: 'emptied',
      handed_over_by: 'emptied',
      closed_by: 'unnamed',
    },
  },
  { table: 'care.kept_apart', columns: { person_id: 'goes', other_person_id: 'goes' } },
  { table: 'care.mentor_offer', columns: { person_id: 'goes' } },
  { table: 'care.course_step', columns: { by_person_id: 'unnamed' } },
  { table: 'care.digest', columns: { person_id: 'goes' } },
  { table: 'care.digest_setting', columns: { person_id: 'goes' } },
  { table: 'ops.reader_setting', columns: { person_id: 'goes' } },
  {
    table: 'care.mentor_match',
    columns: { mentor_id: 'goes', mentee_id: 'goes', proposed_by: 'unnamed', decided_by: 'emptied' },
  },
  { table: 'care.pulse_invitation', columns: { person_id: 'goes' } },
  { table: 'care.pulse_round', columns: { opened_by: 'unnamed' } },
  { table: 'care.template', columns: { owner_id: 'goes' } },
  { table: 'ops.access_grant', columns: { person_id: 'goes', granted_by: 'emptied' } },
  { table: 'ops.course_access', columns: { person_id: 'goes', delegated_by: 'goes' } },
  { table: 'ops.data_request', columns: { person_id: 'goes', answered_by: 'emptied' } },
  { table: 'ops.api_token', columns: { person_id: 'goes' } },
  { table: 'ops.export', columns: { asked_by: 'emptied', decided_by: 'emptied' } },
  { table: 'ops.report', columns: { asked_by: 'emptied' } },
  { table: 'ops.rights_task', columns: { person_id: 'emptied', asked_by: 'emptied' } },
  { table: 'ops.local_account', columns: { person_id: 'goes' } },
  { table: 'ops.run', columns: { decided_by: 'emptied' } },
  { table: 'ops.upload', columns: { person_id: 'unnamed' } },
  { table: 'ops.sign_in_link', columns: { person_id: 'goes' } },
  { table: 'ops.web_session', columns: { person_id: 'goes' } },
  { table: 'identity.sign_in_waiting', columns: { account_id: 'goes', decided_by: 'emptied' } },
  { table: 'identity.match_change', columns: { account_id: 'goes', account_ids: 'taken out', decided_by: 'emptied' } },
  {
    table: 'identity.match_move',
    columns: { account_id: 'goes', from_person_id: 'goes', to_person_id: 'goes' },
  },
  { table: 'identity.match_word', columns: { account_id: 'goes', other_account_id: 'goes' } },
  { table: 'identity.match_conflict', columns: { account_id: 'goes' } },
  { table: 'identity.match_suggestion', columns: { account_id: 'goes', other_account_id: 'goes' } },
  { table: 'identity.person_trail', columns: { account_id: 'goes' } },
  { table: 'identity.first_person', columns: { account_id: 'goes', person_id: 'goes' } },
  { table: 'identity.attribute', columns: { account_id: 'goes' } },
  { table: 'identity.claim', columns: { account_id: 'goes' } },
  { table: 'identity.said', columns: { account_id: 'goes' } },
  { table: 'identity.account', columns: { account_id: 'goes' } },
  { table: 'identity.person', columns: { person_id: 'goes' } },
  { table: 'core.account', columns: { account_id: 'goes', person_id: 'goes' } },
  { table: 'core.person', columns: { person_id: 'goes' } },
];

export const isAccount = (column: string): boolean => /account_ids?$/.test(column);
