import { carryOut } from '@kith/etl/identity/match/carry-out.ts';
import { askChange, type Wish } from '@kith/etl/identity/match/change.ts';
import { matchesOf } from '@kith/etl/identity/match/lines.ts';
import type { RecordInput } from '@kith/etl/records/record.ts';
import { sql } from 'kysely';

import { loadGiven } from '../load/given.ts';
import type { FreshDatabase } from '../support/database.ts';

export const course = (key: string): RecordInput => ({
  type: 'course',
  key,
  title: key,
  sisId: key,
  startsOn: '2026-03-02',
  endsOn: '2026-03-29',
});
type PersonInput = Extract<RecordInput, { type: 'person' }>;
export const person = (key: string, displayName: string, more: Partial<PersonInput> = {}): PersonInput => ({
  type: 'person',
  key,
  displayName,
  ...more,
});
export const enrolled = (who: string, where: string): RecordInput => ({
  type: 'enrolment',
  key: `${who} ${where}`,
  person: who,
  course: where,
  role: 'learner',
});
export const post = (key: string, author: string, where: string, parent?: string): RecordInput => ({
  type: 'post',
  key,
  course: where,
  thread: 't',
  author,
  createdAt: '2026-03-10T10:00:00Z',
  words: 9,
  ...(parent === undefined ? {} : { parent }),
});

/** One institution, and how a test speaks of who is who in it. */
export function matchPlace(database: FreshDatabase, institutionId: number) {
  const accountOf = async (name: string): Promise<number> => {
    const { rows } = await sql<{ id: number }>`
      select k.account_id as id from identity.account as k join ops.source as s using (institution_id, source_id)
      where k.institution_id = ${institutionId} and s.name || '/' || k.key = ${name}`.execute(database.owner);
    return rows[0]!.id;
  };
  return {
    institutionId,
    accountOf,
    read: (source: string, ...records: RecordInput[]) =>
      loadGiven(database.db, institutionId, { source, records, mode: 'delta' }),
    both: async (a: string, b: string) => [await accountOf(a), await accountOf(b)] as const,
    matches: () => matchesOf(database.db, institutionId),
    /** Accounts of every person, by source and key. */
    async persons(): Promise<string[]> {
      const { rows } = await sql<{ accounts: string }>`
        select string_agg(s.name || '/' || k.key, ' = ' order by s.name, k.key) as accounts
        from core.account as a join identity.account as k using (institution_id, account_id)
          join ops.source as s on s.source_id = k.source_id
        where a.institution_id = ${institutionId} group by a.person_id order by 1`.execute(database.owner);
      return rows.map(({ accounts }) => accounts);
    },
    async say(wish: Wish): Promise<number> {
      const changeId = await askChange(database.db, institutionId, wish, 'the test says so');
      await carryOut(database.db, institutionId, changeId);
      return changeId;
    },
  };
}
