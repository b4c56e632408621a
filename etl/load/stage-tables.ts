import type { Session } from './session.ts';

/** The tables of one load that is not visible yet. They outlive a crash, so that the load can go on. */
const tables = {
  record: `position bigint, type text, key uuid, course_no integer, parent_type text, parent_key uuid,
    occurred_at timestamptz, observed_at timestamptz, hash uuid, deleted boolean, payload jsonb,
    file_no integer, line bigint, verdict smallint`,
  activity: `position bigint, key uuid, course_no integer, session_key uuid, person_no integer, occurred_at timestamptz,
    verb_id smallint, object_type text, object_key text, session text, duration_s real, count integer, clicks integer,
    hash bigint, file_no integer, line bigint, verdict smallint`,
  voided: 'position bigint, key uuid, file_no integer, line bigint',
  person: 'no integer, key text, in_roster boolean',
  course: 'no integer, key text',
  // Rows that give no record. An explicit count of skipped rows goes to "extra" and has no rank.
  line: 'file_no integer, line bigint, rank smallint, extra bigint, reason text',
  // What the ledger of activity knew when the load was checked.
  known: `key uuid, course_id bigint, course_inferred boolean, occurred_at timestamptz, hash bigint,
    superseded_at timestamptz`,
} as const;

export type StageTable = keyof typeof tables;
export const stageTables = Object.keys(tables) as StageTable[];

export const stageTable = (runId: number, table: StageTable): string => `stage.run_${runId}_${table}`;

export async function createStage({ client }: Session, runId: number): Promise<void> {
  for (const name of stageTables) await client.query(`create table ${stageTable(runId, name)} (${tables[name]})`);
}

export async function hasStage({ client }: Session, runId: number): Promise<boolean> {
  const { rows } = await client.query<{ found: boolean }>('select to_regclass($1) is not null as found', [
    stageTable(runId, 'record'),
  ]);
  return rows[0]?.found === true;
}

export async function dropStage({ client }: Session, runId: number): Promise<void> {
  for (const name of stageTables) await client.query(`drop table if exists ${stageTable(runId, name)}`);
}

/**
 * Gives the tables of a load plain names for the length of a transaction, so that the statements of the merge are
 * constants. `staged_record` and `staged_activity` leave out what was refused or seen twice.
 */
export async function openStage({ client }: Session, runId: number): Promise<void> {
  for (const name of ['person', 'course', 'voided', 'line', 'known'] as const) {
    await client.query(`create temporary view staged_${name} as select * from ${stageTable(runId, name)}`);
  }
  for (const name of ['record', 'activity'] as const) {
    await client.query(`create temporary view all_${name} as select * from ${stageTable(runId, name)}`);
    await client.query(`create temporary view staged_${name} as select * from all_${name} where verdict is null`);
  }
}

export async function closeStage({ client }: Session): Promise<void> {
  for (const view of ['staged_record', 'staged_activity', 'all_record', 'all_activity']) {
    await client.query(`drop view ${view}`);
  }
  for (const name of ['person', 'course', 'voided', 'line', 'known']) await client.query(`drop view staged_${name}`);
}

/** New tables have no statistics, and a plan without them can be a thousand times too slow. */
export async function analyseStage({ client }: Session, runId: number): Promise<void> {
  for (const name of stageTables) await client.query(`analyze ${stageTable(runId, name)}`);
}
