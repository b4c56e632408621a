import { within } from '@kith/sql/connect.ts';
import { settingsOf } from '@kith/api/reader.ts';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import type { listNotes, NoteText } from '@kith/api/contract/notes.ts';
import { samples } from '../access/matrix.ts';
import { openUniversity, type OpenUniversity } from '../support/open-university.ts';
import { readerOf } from '../support/reader-of.ts';
import { staffRoles, type StaffRole } from '../support/university.ts';

let kith: OpenUniversity;
beforeAll(async () => {
  kith = await openUniversity();
});
afterAll(() => kith.close());
afterEach(async () => {
  for (const table of ['care.noteText', 'care.note', 'care.caseFile'] as const)
    await kith.database.owner.deleteFrom(table).execute();
});

const post = (who: StaffRole, path: string, body: object = {}) => kith.ask(who, 'POST', `/api/v1${path}`, body);
const notesPath = (index = 0) => `/courses/${kith.own.courseId}/learners/${kith.own.learners[index]!.personId}/notes`;
const listOf = async (who: StaffRole, query = '') =>
  (await kith.ask(who, 'GET', `/api/v1${notesPath()}${query}`)).json<z.output<(typeof listNotes)['response']>>();
const textOf = (who: StaffRole, noteId: number) =>
  kith.ask(who, 'GET', `/api/v1/courses/${kith.own.courseId}/notes/${noteId}`);

async function written(level: string, body: string, readers: StaffRole[] = [], who: StaffRole = 'instructor') {
  const readerIds = readers.map((one) => kith.staff[one].personId);
  const answer = await post(who, notesPath(), { level, body, readerIds });
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<{ noteId: number }>().noteId;
}

const handOver = () =>
  post('instructor', notesPath().replace(/notes$/, 'cases'), { concern: 'needs support', handOver: true });

describe('a note', () => {
  test('of each level shows that it is there, and opens by right', async () => {
    const ids = {
      normal: await written('normal', 'said hello'),
      restricted: await written('restricted', 'has a diagnosis', ['assistant']),
      private: await written('private', 'ask again on Friday'),
    };
    const { notes } = await listOf('assistant');
    expect(new Map(notes.map(({ level, mayRead }) => [level, mayRead]))).toEqual(
      new Map([
        ['private', false],
        ['restricted', true],
        ['normal', true],
      ]),
    );
    expect((await textOf('assistant', ids.private)).statusCode).toBe(404);
    expect((await textOf('assistant', ids.restricted)).json<z.output<typeof NoteText>>()).toMatchObject({
      readers: [kith.staff.assistant.name],
      revisions: [{ revision: 1, body: 'has a diagnosis' }],
    });
    expect((await textOf('instructor', ids.private)).statusCode).toBe(200);
  });

  test('restricted, without the colleague among its readers, stays closed to them', async () => {
    const noteId = await written('restricted', 'for later');
    expect((await listOf('assistant')).notes).toMatchObject([{ level: 'restricted', mayRead: false }]);
    expect((await textOf('assistant', noteId)).statusCode).toBe(404);
  });

  test('names only readers who have to do with the learner', async () => {
    const readerIds = [kith.staff.stranger.personId];
    const answer = await post('instructor', notesPath(), { level: 'restricted', body: 'x', readerIds });
    expect(answer.statusCode).toBe(400);
    const { colleagues } = await listOf('instructor');
    expect(colleagues).toEqual([{ personId: kith.staff.assistant.personId, name: kith.staff.assistant.name }]);
  });

  test('is written anew by its author alone, and what it said before stays', async () => {
    const noteId = await written('normal', 'first words');
    const path = `/courses/${kith.own.courseId}/notes/${noteId}/revisions`;
    expect((await post('assistant', path, { body: 'not mine' })).statusCode).toBe(404);
    expect((await post('instructor', path, { body: 'second words' })).json()).toEqual({ revision: 2 });
    const { revisions } = (await textOf('assistant', noteId)).json<z.output<typeof NoteText>>();
    expect(revisions.map(({ body }) => body)).toEqual(['second words', 'first words']);
  });

  test('older than the previous term is shown when it is asked for', async () => {
    await written('normal', 'of long ago');
    await kith.database.owner
      .updateTable('care.note')
      .set({ writtenAt: sql<Date>`now() - interval '3 years'` })
      .execute();
    await written('normal', 'of now');
    expect(await listOf('instructor')).toMatchObject({ notes: [{}], earlier: 1 });
    expect((await listOf('instructor', '?earlier=true')).notes).toHaveLength(2);
  });

  test('is refused without words, and about somebody who is no learner there', async () => {
    expect((await post('instructor', notesPath(), { level: 'normal', body: ' ' })).statusCode).toBe(400);
    const elsewhere = `/courses/${kith.own.courseId}/learners/${kith.foreign.learners[0]!.personId}/notes`;
    expect((await post('instructor', elsewhere, { level: 'normal', body: 'x' })).statusCode).toBe(404);
  });

  test('is a line of the timeline, without a word of it', async () => {
    await written('restricted', 'the words themselves');
    const { body } = await kith.ask('instructor', 'GET', `/api/v1${notesPath().replace(/\/notes$/, '')}`);
    expect(body).toContain('Somebody wrote a restricted note.');
    expect(body).not.toContain('the words themselves');
  });
});

describe('student support', () => {
  test('reads normal notes once a case is handed over, not before, and writes their own', async () => {
    const normal = await written('normal', 'said hello');
    const restricted = await written('restricted', 'closed words');
    expect((await textOf('support', normal)).statusCode).toBe(404);
    await handOver();
    expect((await textOf('support', normal)).statusCode).toBe(200);
    expect((await textOf('support', restricted)).statusCode).toBe(404);
    expect((await listOf('support')).notes).toHaveLength(2);
    const own = await written('restricted', 'met them', ['instructor'], 'support');
    expect((await textOf('instructor', own)).statusCode).toBe(200);
    expect((await textOf('assistant', own)).statusCode).toBe(404);
  });

  test('knows nothing of what another course noted about the same person, by SQL either', async () => {
    await handOver();
    const { learners } = kith.own;
    await kith.database.owner
      .insertInto('care.note')
      .values({
        institutionId: kith.institutionId,
        courseId: kith.sibling.courseId,
        personId: learners[0]!.personId,
        level: 'normal',
        authorId: kith.staff.stranger.personId,
        writtenAt: new Date(),
      })
      .execute();
    const count = await within(kith.appDb, settingsOf(await readerOf(kith, 'support')), async (tx) => {
      const { rows } = await sql<{ n: number }>`select count(*)::int as n from care.note`.execute(tx);
      return rows[0]!.n;
    });
    expect(count).toBe(0);
    expect((await listOf('support')).notes).toEqual([]);
  });
});

test('the words of a note are in no answer for whom they are closed to, whatever is asked for', async () => {
  await handOver();
  const planted: Record<string, { noteId: number; open: readonly StaffRole[] }> = {
    qzxnormal: { noteId: await written('normal', 'qzxnormal'), open: ['instructor', 'assistant', 'support'] },
    qzxrestricted: {
      noteId: await written('restricted', 'qzxrestricted', ['assistant']),
      open: ['instructor', 'assistant'],
    },
    qzxprivate: { noteId: await written('private', 'qzxprivate'), open: ['instructor'] },
  };
  const learner = kith.own.learners[0]!.personId;
  for (const who of staffRoles) {
    const met = new Set<string>();
    for (const route of kith.routes.filter((each) => each.startsWith('GET '))) {
      for (const { noteId } of Object.values(planted)) {
        const path = route
          .slice(4)
          .replace(':courseId', String(kith.own.courseId))
          .replace(':personId', String(learner))
          .replace(':noteId', String(noteId))
          .replace(/:\w+/g, '1');
        const { body } = await kith.ask(who, 'GET', path + (samples[route]?.query ?? ''));
        for (const word of Object.keys(planted)) if (body.includes(word)) met.add(word);
      }
    }
    const open = Object.keys(planted).filter((word) => planted[word]!.open.includes(who));
    expect([...met].sort(), who).toEqual(open.sort());
  }
});
