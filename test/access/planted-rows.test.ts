import { settingsOf } from '@kith/api/reader.ts';
import { within, type Db } from '@kith/sql/connect.ts';
import { sql, type RawBuilder } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { openUniversity, type OpenUniversity } from '../support/open-university.ts';
import { readerOf } from '../support/reader-of.ts';
import type { StaffRole } from '../support/university.ts';

/**
 * What somebody could write to be shown more than is theirs: rows that a route would never write, with the settings of
 * their own request, and requests about people who are not theirs.
 */
let kith: OpenUniversity;
let here: number;
let them: number;
let me: number;
beforeAll(async () => {
  kith = await openUniversity();
  here = kith.own.courseId;
  them = kith.foreign.learners[0]!.personId;
  me = kith.staff.instructor.personId;
});
afterAll(() => kith.close());

const as = async <T>(who: StaffRole, work: (db: Db) => Promise<T>): Promise<T> =>
  within(kith.appDb, settingsOf(await readerOf(kith, who)), work);
const written = (who: StaffRole, statement: RawBuilder<unknown>): Promise<unknown> =>
  as(who, (db) => statement.execute(db));
const refused = { code: '42501' };

const match = (mentor: number, mentee: number, state = 'proposed') => sql`
  insert into care.mentor_match (
    institution_id, course_id, mentor_id, mentee_id, state, shared_courses, languages, proposed_by, proposed_at
  ) values (${kith.institutionId}, ${here}, ${mentor}, ${mentee}, ${state}, 0, '{}', ${me}, now())`;
const caseOf = (personId: number, raisedBy = me) => sql`
  insert into care.case_file (institution_id, course_id, person_id, state, raised_by, raised_at, concern, handed_over_at)
  values (${kith.institutionId}, ${here}, ${personId}, 'open', ${raisedBy}, now(), 'planted', now())`;

describe('a row that would open a name', () => {
  test('a pair with somebody of another course, or confirmed by itself, is refused: nobody is told a name by it', async () => {
    const [one, other] = kith.own.learners.map(({ personId }) => personId);
    await expect(written('instructor', match(me, them))).rejects.toMatchObject(refused);
    await expect(written('instructor', match(me, them, 'confirmed'))).rejects.toMatchObject(refused);
    await expect(written('instructor', match(one!, other!, 'confirmed'))).rejects.toMatchObject(refused);
    await written('instructor', match(one!, other!));
    const { rows } = await as('instructor', (db) => sql`select * from care.my_mentoring()`.execute(db));
    expect(rows).toEqual([]);
    await kith.database.owner.deleteFrom('care.mentorMatch').execute();
  });

  test('a case of somebody of another course is refused, and student support is shown nobody by it', async () => {
    await expect(written('instructor', caseOf(them))).rejects.toMatchObject(refused);
    await written('instructor', caseOf(kith.own.learners[0]!.personId));
    const { casePeople } = await readerOf(kith, 'support');
    expect([...casePeople].sort()).toEqual([me, kith.own.learners[0]!.personId].sort()); // of whom it is, and by whom
    await kith.database.owner.deleteFrom('care.caseFile').execute();
  });

  test('nothing is written in the name of somebody else, nor into the log as another', async () => {
    const other = kith.staff.assistant.personId;
    await expect(written('instructor', caseOf(kith.own.learners[0]!.personId, other))).rejects.toMatchObject(refused);
    const look = sql`
      insert into ops.access_log (institution_id, at, person_id, action, subject_person_ids, reason)
      values (${kith.institutionId}, now(), ${other}, 'view_learner', '{}', 'list')`;
    await expect(written('instructor', look)).rejects.toMatchObject(refused);
  });

  test('a learner, a lead, a steward and an admin write none of them', async () => {
    for (const who of ['learner', 'lead', 'steward', 'admin', 'researcher', 'stranger'] as const) {
      const { personId } = kith.staff[who];
      await expect(written(who, caseOf(kith.own.learners[0]!.personId, personId)), who).rejects.toMatchObject(refused);
    }
  });
});

test('a reader of a restricted note, and its author, read it while they have to do with the course, and no longer', async () => {
  const [author, reader] = [me, kith.staff.assistant.personId];
  await sql`
    insert into care.note_text (institution_id, course_id, note_id, revision, person_id, author_id, level, body, written_at, reader_ids)
    values (${kith.institutionId}, ${here}, 1, 1, ${kith.own.learners[0]!.personId}, ${author}, 'restricted', 'planted', now(), ${[reader]})`.execute(
    kith.database.owner,
  );
  const seen = async (who: StaffRole, courses?: readonly number[]) => {
    const full = await readerOf(kith, who);
    const now = courses === undefined ? full : { ...full, learnerCourses: courses, namedCourses: courses };
    return within(
      kith.appDb,
      settingsOf(now),
      async (db) => (await sql`select from care.note_text`.execute(db)).rows.length,
    );
  };
  expect([await seen('instructor'), await seen('assistant')]).toEqual([1, 1]);
  expect([await seen('instructor', []), await seen('assistant', [])]).toEqual([0, 0]);
  expect(await seen('stranger')).toBe(0);
  await kith.database.owner.deleteFrom('care.noteText').execute();
});

describe('functions that see more than their caller', () => {
  test.each([
    [
      'the title of a course',
      () => sql<{ said: unknown }>`select care.course_title(${kith.foreign.courseId}) as said`,
      null,
    ],
    [
      'how many left out',
      () => sql<{ said: unknown }>`select insight.left_out(${kith.foreign.courseId}, 1) as said`,
      0,
    ],
    [
      'whether there is support',
      () => sql<{ said: unknown }>`select care.has_support(${kith.foreign.courseId}) as said`,
      false,
    ],
    [
      'who marks staff',
      () => sql<{ said: unknown }>`select ops.mark_staff(${kith.foreign.courseId}, array[${me}::bigint]) as said`,
      0,
    ],
    [
      'a declaration for somebody',
      () =>
        sql<{ said: unknown }>`select core.declare(${kith.foreign.courseId}, ${them}, 'other', now(), null) as said`,
      false,
    ],
  ] as const)('tell the instructor nothing of a course that is not theirs: %s', async (_, statement, nothing) => {
    const { rows } = await as('instructor', (db) => statement().execute(db));
    expect(rows[0]?.said ?? null).toEqual(nothing);
  });

  test('none of them tells anything without a request', async () => {
    for (const statement of [
      sql`select * from care.mentors_of(${here})`,
      sql`select * from care.my_mentoring()`,
      sql`select * from ops.list_grants()`,
      sql`select * from ops.list_staff()`,
      sql`select * from ops.list_data_requests()`,
      sql`select * from ops.list_rights_tasks()`,
      sql`select * from core.own_rows()`,
      sql`select * from core.own_facts()`,
    ]) {
      const rows = await statement.execute(kith.appDb).then(
        (answer) => answer.rows.length,
        () => 0,
      );
      expect(rows).toBe(0);
    }
  });
});

describe('requests about people who are not theirs', () => {
  test('who teaches makes nobody staff who was not seen there', async () => {
    const url = `/api/v1/courses/${String(here)}/staff`;
    for (const personId of [them, kith.staff.stranger.personId, kith.staff.learner.personId + 10_000]) {
      await kith.ask('instructor', 'POST', url, { personIds: [personId] });
    }
    expect((await readerOf(kith, 'stranger')).learnerCourses).not.toContain(here);
  });

  test('a learner declares nothing in a course that is not theirs, and says no word for it', async () => {
    const from = new Date().toISOString();
    for (const [url, body] of [
      ['/my-data/declarations', { courseId: kith.foreign.courseId, kind: 'study_group', from }],
      ['/my-data/consent', { purpose: 'analytics', courseId: kith.foreign.courseId, granted: false }],
      ['/my-data/apart', { name: kith.foreign.learners[0]!.name }],
      [`/my-data/apart/${String(them)}/end`, {}],
    ] as const) {
      const { statusCode, body: said } = await kith.ask('learner', 'POST', `/api/v1${url}`, body);
      expect([url, statusCode]).toEqual([url, 404]);
      expect(said).not.toContain(kith.foreign.learners[0]!.name);
    }
  });

  test('contacts with several are all noted or none', async () => {
    const people = [
      { courseId: here, personId: kith.own.learners[0]!.personId },
      { courseId: here, personId: them },
    ];
    const { statusCode } = await kith.ask('instructor', 'POST', '/api/v1/contacts', { people, channel: 'call' });
    expect(statusCode).toBe(404);
    expect(await kith.database.owner.selectFrom('care.contact').selectAll().execute()).toEqual([]);
  });

  test('a case or note of one course is not reached by the number of another', async () => {
    await kith.ask(
      'stranger',
      'POST',
      `/api/v1/courses/${String(kith.foreign.courseId)}/learners/${String(them)}/cases`,
      { concern: 'planted' },
    );
    const { caseId } = await kith.database.owner
      .selectFrom('care.caseFile')
      .select('caseId')
      .where('courseId', '=', kith.foreign.courseId)
      .executeTakeFirstOrThrow();
    for (const step of ['plan', 'hand-over', 'close', 'reopen', 'seen']) {
      const url = `/api/v1/courses/${String(here)}/cases/${String(caseId)}/${step}`;
      const body = step === 'close' ? { reason: 'reached', message: 'x' } : { take: true };
      expect([step, (await kith.ask('instructor', 'POST', url, body)).statusCode]).toEqual([step, 404]);
    }
    await kith.database.owner.deleteFrom('care.caseFile').execute();
  });
});
