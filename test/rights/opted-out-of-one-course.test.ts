import type { Monday } from '@kith/api/contract/monday.ts';
import { compute } from '@kith/etl/compute/compute.ts';
import type { RecordInput } from '@kith/etl/records/record.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { z } from 'zod';

import { loadRecords } from '../support/load-records.ts';
import { openUniversity, type OpenUniversity } from '../support/open-university.ts';

/** Somebody who left one course, and whom the teacher of that course has in another as well: there they are known by name. */
let kith: OpenUniversity;
let gone: { readonly personId: number; readonly name: string };
const day = 86_400_000;
const ago = (days: number): string => new Date(Date.now() - days * day).toISOString();

beforeAll(async () => {
  kith = await openUniversity();
  const { own, database, institutionId, staff } = kith;
  gone = own.learners[6]!;
  const keyOf = async ({ personId }: { readonly personId: number }) => {
    const { rows } = await sql<{ key: string }>`
      select i.key from core.account as a
        join identity.account as i on i.institution_id = a.institution_id and i.account_id = a.account_id
      where a.institution_id = ${institutionId} and a.person_id = ${personId}`.execute(database.owner);
    return rows[0]!.key;
  };
  const [person, teacher, peer] = [await keyOf(gone), await keyOf(staff.instructor), await keyOf(own.learners[7]!)];
  const asked = (course: string, key: string): RecordInput => ({
    type: 'post',
    key,
    course,
    thread: key,
    author: person,
    title: 'How do I begin?',
    hasQuestion: true,
    createdAt: ago(6),
  });
  const memberOf = (key: string): RecordInput => ({
    type: 'membership',
    key: `in ${key}`,
    course: 'poetry',
    group: 'g',
    person: key,
  });
  const { rejected } = await loadRecords(
    database.db,
    institutionId,
    [
      { type: 'enrolment', key: 'e1', course: 'prose', person, role: 'learner', from: ago(40) },
      { type: 'enrolment', key: 'e2', course: 'prose', person: teacher, role: 'teacher', from: ago(40) },
      asked('poetry', 'left'),
      asked('prose', 'stayed'),
      { type: 'group', key: 'g', course: 'poetry', title: 'Group', kind: 'project' },
      memberOf(person),
      memberOf(peer),
      { type: 'consent', key: 'gone', person, course: 'poetry', purpose: 'analytics', granted: false, at: ago(0) },
    ],
    'moodle:main',
  );
  expect(rejected).toBe(0);
  await sql`select ops.refresh_course_access(${institutionId})`.execute(database.owner);
  await compute(database.db, institutionId, { all: true });
}, 240_000);
afterAll(() => kith.close());

const get = async (url: string) => (await kith.ask('instructor', 'GET', `/api/v1${url}`)).body;

test('Monday asks for an answer in the course they are in, and says nothing of the other', async () => {
  const page = JSON.parse(await get('/monday')) as z.output<typeof Monday>;
  const named = [...page.waiting, ...page.newcomers].filter(({ author }) => author === gone.name);
  expect(named.map(({ courseId }) => courseId)).toEqual([kith.sibling.courseId]);
});

test.each(['waiting', 'working-groups', 'learners'])('%s of the course they left does not know them', async (part) => {
  const body = await get(`/courses/${String(kith.own.courseId)}/${part}`);
  expect(JSON.parse(body), 'there is something to read').not.toMatchObject({ status: 404 });
  expect(body).not.toContain(gone.name);
  expect(body).not.toMatch(new RegExp(`"(?:personId|authorId)":${String(gone.personId)}[,}]`));
});
