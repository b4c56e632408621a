import type { RecordInput } from '@kith/etl/records/record.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { freshDatabase, type FreshDatabase } from '../support/database.ts';
import { institution, loadGiven } from './given.ts';

let database: FreshDatabase;
let institutionId: number;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  institutionId = await institution(database.db);
});

type PersonInput = Extract<RecordInput, { type: 'person' }>;
const person = (key: string, more: Partial<PersonInput> = {}): PersonInput => ({ type: 'person', key, ...more });
const email = (value: string) => ({ scheme: 'email', value, verified: true }) as const;
const sis = (value: string) => ({ scheme: 'sis', value }) as const;
const read = (source: string, ...records: RecordInput[]) =>
  loadGiven(database.db, institutionId, { source, records, mode: 'delta' });

/** The accounts of every person, by source and key, and the name staff see. */
const people = async () => {
  const { rows } = await sql<{ accounts: string; name: string | null; email: string | null }>`
    select string_agg(s.name || '/' || k.key, ' = ' order by s.name, k.key) as accounts, p.display_name as name, p.email
    from core.account as a
      join identity.account as k using (institution_id, account_id)
      join ops.source as s on s.source_id = k.source_id
      left join identity.person as p on p.institution_id = a.institution_id and p.person_id = a.person_id
    where a.institution_id = ${institutionId}
    group by a.person_id, p.display_name, p.email
    order by 1`.execute(database.owner);
  return rows;
};
const joined = async () => (await people()).map(({ accounts }) => accounts);

describe('people of several sources', () => {
  test('are one by SIS id or verified address, and lose nothing but a row', async () => {
    await read(
      'lms',
      person('7', { displayName: 'ana', claims: [email('Ana@x.edu')] }),
      person('8', { claims: [sis('s8')] }),
    );
    await read(
      'sis',
      person('s7', { displayName: 'Ana Silva', claims: [email('ana@X.edu'), sis('s7')] }),
      person('s8', { claims: [sis('s8')] }),
    );
    expect(await people()).toEqual([
      { accounts: 'lms/7 = sis/s7', name: 'ana', email: 'ana@x.edu' },
      { accounts: 'lms/8 = sis/s8', name: null, email: null },
    ]);
    const { rows } = await sql<{
      persons: number;
    }>`select count(*)::int as persons from core.person where institution_id = ${institutionId}`.execute(
      database.owner,
    );
    expect(rows).toEqual([{ persons: 2 }]);
  });

  test('are apart again when the sign is taken back', async () => {
    await read('lms', person('7', { claims: [email('ana@x.edu')] }));
    await read('sis', person('s7', { claims: [email('ana@x.edu')] }));
    expect(await joined()).toEqual(['lms/7 = sis/s7']);
    await read('lms', person('7', { claims: [email('anna@x.edu')] }));
    expect(await joined()).toEqual(['lms/7', 'sis/s7']);
  });

  test('are not joined by an address that leads to two SIS ids', async () => {
    await read(
      'sis',
      person('s1', { claims: [sis('1'), email('family@x.edu')] }),
      person('s2', { claims: [sis('2'), email('family@x.edu')] }),
    );
    await read('lms', person('7', { claims: [email('family@x.edu')] }));
    expect(await joined()).toEqual(['lms/7', 'sis/s1', 'sis/s2']);
  });

  test('are one by the hash of an address, and by the account an xAPI home page stands for', async () => {
    await read('lms', person('41', { claims: [email('ana@x.edu')] }), person('42'));
    await read('lrs', person('x'));
    const settings = JSON.stringify({ accountHomePages: { 'https://lms.x.edu': { source: 'lms', name: 'id' } } });
    await database.db
      .updateTable('ops.source')
      .set({ settings })
      .where('name', '=', 'lrs')
      .where('institutionId', '=', institutionId)
      .execute();
    const { createHash } = await import('node:crypto');
    const sha1 = createHash('sha1').update('mailto:ana@x.edu').digest('hex');
    await read(
      'lrs',
      person('hashed', { claims: [{ scheme: 'email_sha1', value: sha1 }] }),
      person('account', { claims: [{ scheme: 'account', issuer: 'https://lms.x.edu', value: '42' }] }),
    );
    expect(await joined()).toEqual(['lms/41 = lrs/hashed', 'lms/42 = lrs/account', 'lrs/x']);
  });

  test('are never joined by a name, nor by an address nobody vouches for', async () => {
    const same = {
      displayName: 'Ana Silva',
      claims: [{ scheme: 'display_name', value: 'Ana Silva' } as const, { scheme: 'email', value: 'a@x.edu' } as const],
    };
    await read('lms', person('1', same));
    await read('zoom', person('2', same));
    expect(await joined()).toEqual(['lms/1', 'zoom/2']);
  });
});

describe('who belongs to a course', () => {
  const participants = async () => {
    const { rows } = await sql`
      select k.key, p.role, p.basis, p.status
      from core.participant as p
        join core.account as a on a.institution_id = p.institution_id and a.person_id = p.person_id
        join identity.account as k on k.institution_id = a.institution_id and k.account_id = a.account_id
      where p.institution_id = ${institutionId} order by k.key`.execute(database.owner);
    return rows;
  };
  const enrolment = (
    who: string,
    role: 'learner' | 'teacher' | 'observer',
    status: 'active' | 'suspended' = 'active',
  ): RecordInput => ({
    type: 'enrolment',
    key: `${who} ${role}`,
    person: who,
    course: 'c',
    role,
    status,
  });

  test('in the best of their roles; seen and in no roster is provisional; a bot is nobody', async () => {
    await read(
      'lms',
      enrolment('ana', 'learner', 'suspended'),
      enrolment('tom', 'learner'),
      enrolment('tom', 'teacher'),
      enrolment('pa', 'observer'),
    );
    await read('lms', {
      type: 'post',
      key: 'p',
      course: 'c',
      thread: 't',
      author: 'new',
      addressee: 'ana',
      mentions: ['helper'],
      createdAt: '2026-03-03T10:00:00Z',
    });
    await read('lms', person('helper', { kind: 'bot' }));
    expect(await participants()).toEqual([
      { key: 'ana', role: 'learner', basis: 'roster', status: 'suspended' },
      { key: 'new', role: 'learner', basis: 'provisional', status: 'active' },
      { key: 'pa', role: 'observer', basis: 'roster', status: 'active' },
      { key: 'tom', role: 'staff', basis: 'roster', status: 'active' },
    ]);
  });

  test('a mark made by hand outlasts every load', async () => {
    await read('lms', {
      type: 'post',
      key: 'p',
      course: 'c',
      thread: 't',
      author: 'tom',
      createdAt: '2026-03-03T10:00:00Z',
    });
    await database.db
      .updateTable('core.participant')
      .set({ role: 'staff', basis: 'marked' })
      .where('institutionId', '=', institutionId)
      .execute();
    await read('lms', {
      type: 'post',
      key: 'q',
      course: 'c',
      thread: 't',
      author: 'tom',
      createdAt: '2026-03-04T10:00:00Z',
    });
    expect(await participants()).toEqual([{ key: 'tom', role: 'staff', basis: 'marked', status: 'active' }]);
  });

  test('an active teacher may open the course, and no longer once the enrolment is gone', async () => {
    const access = () =>
      database.db
        .selectFrom('ops.courseAccess')
        .select(['role', 'basis'])
        .where('institutionId', '=', institutionId)
        .execute();
    await read('lms', enrolment('tom', 'teacher'));
    expect(await access()).toEqual([{ role: 'instructor', basis: 'enrolment' }]);
    await read('lms', enrolment('tom', 'teacher', 'suspended'));
    expect(await access()).toEqual([]);
  });
});
