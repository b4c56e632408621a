import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { ResponseOf } from '@kith/api/contract/endpoint.ts';
import type { mixGroups } from '@kith/api/contract/groups.ts';
import { openUniversity, type OpenUniversity } from '../support/open-university.ts';

let kith: OpenUniversity;
beforeAll(async () => {
  kith = await openUniversity();
});
afterAll(() => kith.close());
afterEach(async () => {
  for (const table of ['care.keptApart', 'core.optedOut'] as const)
    await kith.database.owner.deleteFrom(table).execute();
});

const learner = (index: number) => kith.own.learners[index]!.personId;
const path = (query = '') => `/api/v1/courses/${kith.own.courseId}/groups${query}`;
const mix = async (query = '') =>
  (await kith.ask('instructor', 'GET', path(query))).json<ResponseOf<typeof mixGroups>>();
const ids = ({ groups }: ResponseOf<typeof mixGroups>): number[][] =>
  groups!.map(({ members }) => members.map(({ personId }) => personId));
const apart = (personId: number, otherPersonId: number) =>
  kith.database.owner
    .insertInto('care.keptApart')
    .values({ institutionId: kith.institutionId, personId, otherPersonId, saidAt: new Date() })
    .execute();

test('hold every learner of the course once, and stay as they are until mixed again', async () => {
  const first = await mix('?size=3');
  const all = [...kith.own.learners, kith.staff.learner].map(({ personId }) => personId);
  expect(ids(first).flat().sort()).toEqual(all.sort());
  expect(
    ids(first)
      .map((group) => group.length)
      .sort(),
  ).toEqual([3, 3, 3, 4]);
  expect(await mix('?size=3')).toEqual(first);
  expect(ids(await mix('?size=3&again=1'))).not.toEqual(ids(first));
  // Neighbours in the list have been in touch: a reason counts them.
  for (const { pairs, newPairs, members } of first.groups!) {
    expect(pairs).toBe((members.length * (members.length - 1)) / 2);
    expect(newPairs).toBeLessThanOrEqual(pairs);
  }
});

test('keep apart whom one of them asked for, and say it where that cannot be', async () => {
  const first = ids(await mix())[0]!;
  await apart(first[1]!, first[0]!);
  const after = ids(await mix());
  expect(after.some((group) => group.includes(first[0]!) && group.includes(first[1]!))).toBe(false);
  for (let index = 1; index < 12; index++)
    for (let other = 0; other < index; other++)
      if (![learner(index), learner(other)].every((one) => first.slice(0, 2).includes(one)))
        await apart(learner(index), learner(other));
  expect(await mix()).toEqual({ groups: null, leftOut: 0 });
});

test('leave out who chose not to be part, and count them', async () => {
  await kith.database.owner
    .insertInto('core.optedOut')
    .values({ institutionId: kith.institutionId, personId: learner(2), courseId: kith.own.courseId })
    .execute();
  const mixed = await mix();
  expect(ids(mixed).flat()).not.toContain(learner(2));
  expect(mixed.leftOut).toBe(1);
});

test('show no number about how anybody is doing, and are in the access log', async () => {
  const { body } = await kith.ask('instructor', 'GET', path());
  expect(body).toContain(kith.own.learners[11]!.name);
  expect(body).not.toMatch(/score|band|risk|trend|rank|confidence|elevated|alone|apart|offset/i);
  const logged = await kith.database.owner
    .selectFrom('ops.accessLog')
    .selectAll()
    .where('action', '=', 'view_groups')
    .execute();
  expect(logged.length).toBeGreaterThan(0);
});

test('are of two to twelve', async () => {
  for (const size of ['1', '13', 'x'])
    expect((await kith.ask('instructor', 'GET', path(`?size=${size}`))).statusCode).toBe(400);
});
