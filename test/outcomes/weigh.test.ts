import { afterAll, beforeAll, expect, test } from 'vitest';
import type { z } from 'zod';
import type { ContactMade } from '@kith/api/contract/outcomes.ts';
import { weighOutcomes } from '@kith/etl/outcomes/weigh.ts';
import { openUniversity, type OpenUniversity } from '../support/open-university.ts';

let kith: OpenUniversity;
beforeAll(async () => {
  kith = await openUniversity();
});
afterAll(() => kith.close());

/** A contact as it was noted when week 2 was the last one, with its windows; due in weeks 4 and 6. */
async function contacted(index: number, week = 2): Promise<number> {
  const { institutionId, own, staff } = kith;
  const { owner } = kith.database;
  const { personId } = own.learners[index]!;
  const peers = await peersOf(personId, week);
  const { contactId } = await owner
    .insertInto('care.contact')
    .values({
      institutionId,
      courseId: own.courseId,
      personId,
      byPersonId: staff.instructor.personId,
      at: new Date(),
      notedAt: new Date(),
      channel: 'mail',
      sentByKith: false,
      template: 'gone_quiet',
      week,
      patterns: [],
    })
    .returning('contactId')
    .executeTakeFirstOrThrow();
  await owner
    .insertInto('care.outcome')
    .values(
      [2, 4].map((windowWeeks) => ({
        institutionId,
        courseId: own.courseId,
        contactId,
        windowWeeks,
        personId,
        measure: 'effective_peers',
        confidenceLevel: 0.95,
        baselineWeek: week,
        baseline: peers,
        dueWeek: week + windowWeeks,
      })),
    )
    .execute();
  return contactId;
}

async function peersOf(personId: number, week: number): Promise<number | null> {
  const { indicators } = await kith.database.owner
    .selectFrom('insight.learnerWeek')
    .select('indicators')
    .where('personId', '=', personId)
    .where('courseId', '=', kith.own.courseId)
    .where('week', '=', week)
    .executeTakeFirstOrThrow();
  return (indicators as { effective_peers: number | null }).effective_peers;
}

const made = async (index: number) =>
  (
    await kith.ask(
      'instructor',
      'GET',
      `/api/v1/courses/${kith.own.courseId}/learners/${kith.own.learners[index]!.personId}/contacts`,
    )
  ).json<z.output<typeof ContactMade>[]>();

test('a window that is over is filled in and compared, once; one that is not waits', async () => {
  const contactId = await contacted(1);
  await contacted(2, 4);
  expect(await weighOutcomes(kith.database.db, new Date())).toBe(1);
  const [first] = await made(1);
  expect(first).toMatchObject({ contactId, mine: true, answeredAt: null });
  const later = await peersOf(kith.own.learners[1]!.personId, 4);
  expect(first!.windows[0]).toMatchObject({
    weeks: 2,
    state: 'known',
    value: later,
    verdict: expect.anything() as string,
  });
  expect(first!.windows[0]!.compared).toBeGreaterThan(0);
  expect((await made(2))[0]!.windows.map(({ state }) => state)).toEqual(['known', 'waits']);
  expect(await weighOutcomes(kith.database.db, new Date())).toBe(0);
});

test('two contacts are too few to say, for the course and for their text', async () => {
  const effects = (await kith.ask('instructor', 'GET', `/api/v1/courses/${kith.own.courseId}/effects`)).json<
    object[]
  >();
  expect(effects).toMatchObject([
    { template: '', weeks: 2, verdict: 'too_few', contacts: 2, difference: null },
    { template: '', weeks: 4, verdict: 'too_few', contacts: 1 },
    { template: 'gone_quiet', weeks: 2, contacts: 2 },
    { template: 'gone_quiet', weeks: 4, contacts: 1 },
  ]);
});

test('a contact that is taken back counts for nothing at the next weighing', async () => {
  await kith.database.owner
    .updateTable('care.contact')
    .set({ withdrawnAt: new Date(Date.now() + 1000) })
    .where('personId', '=', kith.own.learners[2]!.personId)
    .execute();
  expect(await weighOutcomes(kith.database.db, new Date(Date.now() + 2000))).toBe(1);
  const effect = await kith.database.owner
    .selectFrom('care.effect')
    .select('contacts')
    .where('template', '=', '')
    .where('windowWeeks', '=', 2)
    .executeTakeFirstOrThrow();
  expect(effect.contacts).toBe(1);
  expect(await weighOutcomes(kith.database.db, new Date(Date.now() + 3000))).toBe(0);
});

test('an answer is noted by whoever made the contact', async () => {
  const [{ contactId } = { contactId: 0 }] = await made(1);
  const path = `/api/v1/courses/${kith.own.courseId}/contacts/${contactId}/answered`;
  expect((await kith.ask('assistant', 'POST', path)).statusCode).toBe(404);
  expect((await kith.ask('instructor', 'POST', path)).statusCode).toBe(200);
  expect((await made(1))[0]!.answeredAt).not.toBeNull();
});
