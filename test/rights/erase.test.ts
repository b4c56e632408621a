import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { searchFiles, searchInbox } from '@kith/etl/rights/files.ts';
import { term } from '@kith/etl/load/statements/terms.ts';
import { erasePerson } from '@kith/etl/rights/erase.ts';
import { computeCourse } from '@kith/etl/compute/compute-course.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { freshDatabase, type FreshDatabase } from '../support/database.ts';
import { loadRecords, makeInstitution } from '../support/load-records.ts';
import { courseStart } from '../support/small-course.ts';
import { tablesWith } from '../support/tables-with.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { courseWithPlanted, planted } from './planted.ts';

const everywhere = ['core', 'identity', 'insight', 'care', 'ops', 'stage', 'jobs'];
// Numbers that stand nowhere by chance.
const [firstPerson, firstAccount] = [710_000_001, 820_000_001];

let database: FreshDatabase;
let institutionId: number;
let personId: number;
let words: string[];

beforeAll(async () => {
  database = await freshDatabase();
  const { db, owner } = database;
  await sql`select setval(pg_get_serial_sequence('core.person', 'person_id'), ${firstPerson})`.execute(owner);
  await sql`select setval(pg_get_serial_sequence('core.account', 'account_id'), ${firstAccount})`.execute(owner);
  institutionId = await makeInstitution(db);
  await loadRecords(db, institutionId, courseWithPlanted());
  await sql`select ops.seal_access_log(${institutionId})`.execute(db);
  await computed();
  const { rows } = await sql<{ personId: number; accountId: number; pseudonym: string }>`
    select a.person_id, a.account_id, p.pseudonym
    from identity.account as i
      join core.account as a on a.institution_id = i.institution_id and a.account_id = i.account_id
      join core.person as p on p.institution_id = a.institution_id and p.person_id = a.person_id
    where i.key = ${planted.key}`.execute(owner);
  const [one] = rows;
  ({ personId } = one!);
  words = [planted.key, planted.name, 'Plantedson', one!.pseudonym, String(personId), String(one!.accountId)];
  await plantOps();
});
afterAll(() => database.drop());

/** What no file brings: sign-in, grants, the log, a refused row, a job. */
async function plantOps(): Promise<void> {
  const { owner } = database;
  const at = new Date(Date.now() - 3 * 3_600_000); // hours that are over are sealed
  await sql`
    insert into ops.access_log (institution_id, at, person_id, action, course_id, subject_person_ids, reason) values
      (${institutionId}, ${at}, ${personId}, 'sign_in', null, '{}', 'link'),
      (${institutionId}, ${at}, ${personId}, 'view_list', null, array[${firstPerson}::bigint], 'list'),
      (${institutionId}, ${at}, ${firstPerson}, 'view_list', null, array[${personId}::bigint, ${firstPerson + 1}::bigint], 'list')`.execute(
    owner,
  );
  await sql`select ops.seal_access_log(${institutionId})`.execute(owner);
  await sql`
    insert into ops.access_grant (institution_id, person_id, role, valid_from, created_at, granted_by)
    values (${institutionId}, ${personId}, 'assistant', ${at}, ${at}, null), (${institutionId}, ${firstPerson}, 'lead', ${at}, ${at}, ${personId})`.execute(
    owner,
  );
  await sql`
    insert into ops.web_session (institution_id, token_hash, person_id, created_at, last_seen_at, expires_at)
    values (${institutionId}, '\\x01', ${personId}, ${at}, ${at}, ${at})`.execute(owner);
  await sql`
    insert into identity.statement (institution_id, source_id, statement_id, stored, credential_id, batch_id, terms, digest, statement)
    select institution_id, source_id, gen_random_uuid(), ${at}, 1, 1, array[term], gen_random_uuid(),
      json_build_object('actor', json_build_object('mbox', 'mailto:' || mailbox))
    from ops.source, (values
      ('planted.person@example.org', ${term('any agent', 'mbox:planted.person@example.org')}::bigint),
      ('other@example.org', ${term('any agent', 'mbox:other@example.org')}::bigint)) as actor (mailbox, term)`.execute(
    owner,
  );
  // What others wrote, and a week whose list had no room for them.
  await sql`
    insert into care.note_text (institution_id, course_id, note_id, revision, person_id, author_id, level, body, written_at, reader_ids)
    select institution_id, min(course_id), 1, 1, ${firstPerson}, ${firstPerson}, 'normal',
      'Sits with Planted Person (planted.person@example.org); Planted was ill.', ${at}, '{}'
    from core.course where title = 'Small course' group by institution_id`.execute(owner);
  await sql`
    insert into care.course_step (institution_id, course_id, step, theme, on_day, by_person_id, noted_at, remark)
    select institution_id, min(course_id), 'own', 'VC', '2026-01-20', ${firstPerson}, ${at}, 'Planted Person held a talk.'
    from core.course where title = 'Small course' group by institution_id`.execute(owner);
  await sql`
    update insight.course_week set alert_list = jsonb_set(alert_list, '{queue}',
      jsonb_build_array(jsonb_build_object('person', ${personId}::bigint, 'type', 'band', 'patterns', '[]'::jsonb)))`.execute(
    owner,
  );
  await sql`
    insert into ops.reject (institution_id, run_id, reject_no, file, line, code, field, message, raw)
    select institution_id, run_id, 900, 'of planted.person@example.org.ndjson', 3, 'BAD_DATE', 'at', 'The cell of Planted Person is no date.',
      '{"person":"planted.person@example.org"}'
    from ops.run limit 1`.execute(owner);
  await sql`
    insert into ops.reject_head (institution_id, run_id, file, head)
    select institution_id, run_id, 'of planted.person@example.org.ndjson', 'Planted Person' from ops.run limit 1`.execute(
    owner,
  );
}

const computed = async (): Promise<void> => {
  const { courseId } = await database.owner
    .selectFrom('core.course')
    .select('courseId')
    .where('title', '=', 'Small course')
    .executeTakeFirstOrThrow();
  const course = { institutionId, courseId, startsOn: courseStart, endsOn: null, timezone: 'UTC' };
  await computeCourse(database.db, course, new Date('2026-02-02T00:00:00Z'));
};

const finds = async (): Promise<Record<string, string[]>> => {
  const found = await Promise.all(
    words.map(async (word) => [word, await tablesWith(database.owner, everywhere, word)] as const),
  );
  return Object.fromEntries(found.filter(([, tables]) => tables.length > 0));
};

const courseWeeks = async () =>
  (await sql`select week, learners, indicators, health from insight.course_week order by week`.execute(database.owner))
    .rows;

test('before, every word is found', async () => {
  expect(Object.keys(await finds()).sort()).toEqual([...words].sort());
});

test('a dry run counts and keeps everything', async () => {
  const before = await finds();
  const { rows } = await erasePerson(database.db, { institutionId, personId, dryRun: true });
  expect(rows).toMatchObject({ 'core.post': 9, 'core.person': 1, 'ops.reject': 1, 'ops.access_log': 3 });
  expect(await finds()).toEqual(before);
});

test('an erased learner is found in no table by key, name, address, number or pseudonym; aggregates remain', async () => {
  const aggregates = await courseWeeks();
  const report = await erasePerson(database.db, { institutionId, personId, dryRun: false });
  expect(report.resealedHours).toBeGreaterThan(0);
  expect(await finds()).toEqual({});
  expect(await courseWeeks()).toEqual(aggregates);
  const { body } = await database.owner.selectFrom('care.noteText').select('body').executeTakeFirstOrThrow();
  expect(body).toBe('Sits with [erased] ([erased]); Planted was ill.');
});

test('what belongs to others stays: a shared post without them, a class they held, who looked at whom', async () => {
  const { rows: posts } = await sql<{ co: number; mentions: number }>`
    select cardinality(co_author_account_ids) as co, cardinality(mention_account_ids) as mentions
    from core.post where key = 'shared'`.execute(database.owner);
  expect(posts).toEqual([{ co: 1, mentions: 1 }]);
  const { rows: log } = await sql`
    select person_id, cardinality(subject_person_ids) as subjects from ops.access_log order by log_id`.execute(
    database.owner,
  );
  expect(log).toEqual([
    { personId: 0, subjects: 1 },
    { personId: firstPerson, subjects: 1 },
  ]);
  expect(await tablesWith(database.owner, ['identity'], 'other@example.org')).toEqual(['identity.statement']);
  const { rows: broken } = await sql`select * from ops.broken_seals(${institutionId})`.execute(database.db);
  expect(broken).toEqual([]);
});

test('the same export again leaves them out, and says so', async () => {
  const again = await loadRecords(database.db, institutionId, courseWithPlanted());

  expect(again).toMatchObject({ state: 'visible', new: 0, rejected: 0 });
  expect(again.skippedReasons).toMatchObject({ 'about somebody who was erased': expect.any(Number) as number });
  await computed();
  expect(await finds()).toEqual({});
});

test('files of the own folder that name them are found; exports go, and only when it is meant', async () => {
  const { folder, remove } = await temporaryFolder();
  await mkdir(path.join(folder, 'exports'));
  const files = ['exports/week.csv', 'server.log', 'other.log'].map((file) => path.join(folder, file));
  await writeFile(files[0]!, 'name\nPLANTED PERSON\n');
  await writeFile(files[1]!, `${'x'.repeat(65_530)}planted.person@example.org`); // across two pieces of the reading
  await writeFile(files[2]!, 'nobody');
  const found = await searchFiles(folder, words, { dryRun: true });
  expect(found.sort((one, other) => (one.file < other.file ? -1 : 1))).toEqual([
    { file: path.join('exports', 'week.csv'), removed: true },
    { file: 'server.log', removed: false },
  ]);
  await searchFiles(folder, words, { dryRun: false });
  expect(files.map(existsSync)).toEqual([false, true, true]);
  await remove();
});

test('files of watched folders that name them are found and left to a person: they hold everybody else too', async () => {
  const { folder: inbox, remove } = await temporaryFolder();
  const mine = path.join(inbox, 'northlea', 'zoom');
  for (const below of ['done', 'refused']) await mkdir(path.join(mine, below), { recursive: true });
  await mkdir(path.join(inbox, 'elsewhere', 'zoom', 'done'), { recursive: true });
  const files = ['northlea/zoom/done/a.csv', 'northlea/zoom/refused/b.csv', 'elsewhere/zoom/done/c.csv'];
  for (const file of files) await writeFile(path.join(inbox, file), 'name\nPlanted Person\n');
  await writeFile(path.join(mine, 'done', 'other.csv'), 'nobody');
  const found = await searchInbox(inbox, 'northlea', words);
  expect(found.map(({ file, removed }) => [file.slice(path.basename(inbox).length + 1), removed]).sort()).toEqual([
    [files[0], false],
    [files[1], false],
  ]);
  expect(files.map((file) => existsSync(path.join(inbox, file)))).toEqual([true, true, true]);
  expect(await searchInbox(undefined, 'northlea', words)).toEqual([]);
  await remove();
});
