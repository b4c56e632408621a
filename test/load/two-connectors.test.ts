import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { moodleForum } from '@kith/etl/extract/moodle-forum/moodle-forum.ts';
import { openInput } from '@kith/etl/formats/source.ts';
import { load } from '@kith/etl/load/load.ts';
import type { RunReport } from '@kith/etl/load/request.ts';
import type { RecordInput } from '@kith/etl/records/record.ts';
import { freshDatabase, type FreshDatabase } from '../support/database.ts';
import { loadRecords, makeInstitution } from '../support/load-records.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const header =
  'id,discussion,parent,userid,userfullname,created,modified,mailed,subject,message,messageformat,messagetrust,attachment,' +
  'totalscore,mailnow,deleted,privatereplyto,privatereplytofullname,wordcount,charcount';
const post = '812,90,0,41,"Ana Silva",1767261000,1767261000,0,Hello,,1,0,,0,0,0,0,,12,55';

const roster: RecordInput[] = [
  { type: 'course', key: 'c', title: 'C', sisId: 'C1' },
  { type: 'person', key: 's41', displayName: 'Ana Silva', claims: [{ scheme: 'sis', value: 's41', verified: true }] },
  { type: 'enrolment', key: 's41', course: 'c', person: 's41', role: 'learner' },
];
const userList: RecordInput[] = [
  { type: 'course', key: 'm', sisId: 'C1' },
  { type: 'person', key: '41', displayName: 'Silva', claims: [{ scheme: 'sis', value: 's41', verified: true }] },
];

let database: FreshDatabase;
let institutionId: number;
beforeEach(async () => {
  database = await freshDatabase();
  institutionId = await makeInstitution(database.db);
  await loadRecords(database.db, institutionId, roster, 'sis');
});
afterEach(() => database.drop());

test('an export of posts does not take back what the user list of the same source says', async () => {
  await loadRecords(database.db, institutionId, userList, 'moodle');
  await forumOf('moodle');
  expect(await peopleBehindThePost()).toEqual([{ accounts: 2, roster: true }]);
});

test('nor does the order matter', async () => {
  await loadRecords(database.db, institutionId, [userList[0]!], 'moodle');
  await forumOf('moodle');
  await loadRecords(database.db, institutionId, userList, 'moodle');
  expect(await peopleBehindThePost()).toEqual([{ accounts: 2, roster: true }]);
});

test('loading both again changes nothing', async () => {
  await loadRecords(database.db, institutionId, userList, 'moodle');
  await forumOf('moodle');
  expect(await loadRecords(database.db, institutionId, userList, 'moodle')).toMatchObject({ new: 0, changed: 0 });
  expect(await forumOf('moodle')).toMatchObject({ new: 0, changed: 0 });
});

async function forumOf(source: string): Promise<RunReport> {
  const { folder, remove } = await temporaryFolder();
  try {
    const file = path.join(folder, 'forum.csv');
    await writeFile(file, `${header}\n${post}\n`);
    const input = await openInput([file]);
    return await load(database.db, {
      institutionId,
      source,
      connector: moodleForum,
      input,
      context: { course: 'm' },
      mode: 'delta',
    });
  } finally {
    await remove();
  }
}

async function peopleBehindThePost(): Promise<unknown[]> {
  const { rows } = await sql`
    select
      (select count(*)::int from core.account as own where own.person_id = post.author_id) as accounts,
      exists (select from core.known_enrolment as enrolment where enrolment.person_id = post.author_id) as roster
    from core.known_post as post`.execute(database.db);
  return rows;
}
