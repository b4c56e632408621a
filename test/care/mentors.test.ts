import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import type { listMentors, listMyMentoring } from '@kith/api/contract/mentors.ts';
import { openUniversity, type OpenUniversity } from '../support/open-university.ts';
import type { StaffRole } from '../support/university.ts';

let kith: OpenUniversity;
beforeAll(async () => {
  kith = await openUniversity();
});
afterAll(() => kith.close());
afterEach(async () => {
  for (const table of ['care.mentorMatch', 'care.mentorOffer', 'care.keptApart'] as const)
    await kith.database.owner.deleteFrom(table).execute();
});

const learner = (index: number) => kith.own.learners[index]!;
const path = () => `/api/v1/courses/${kith.own.courseId}/mentors`;
const list = async (who: StaffRole = 'instructor') =>
  (await kith.ask(who, 'GET', path())).json<z.output<(typeof listMentors)['response']>>();
const propose = async (...people: number[]) =>
  (await kith.ask('instructor', 'POST', `${path()}/proposals`, { personIds: people })).json<{
    proposed: number;
    without: number;
  }>();
const decide = (matchId: number, to: string, who: StaffRole = 'instructor') =>
  kith.ask(who, 'POST', `${path()}/${matchId}/decision`, { to });

const offer = (personId: number, capacity = 1, languages: string[] = [], timezone: string | null = null) =>
  kith.database.owner
    .insertInto('care.mentorOffer')
    .values({ institutionId: kith.institutionId, personId, capacity, languages, timezone, saidAt: new Date() })
    .execute();

describe('a pair', () => {
  test('is proposed with a reason, confirmed by staff, and only then known to the two', async () => {
    await offer(kith.staff.learner.personId);
    expect(await propose(learner(5).personId)).toEqual({ proposed: 1, without: 0 });
    const { matches } = await list();
    expect(matches).toMatchObject([
      {
        mentor: { name: kith.staff.learner.name },
        mentee: { name: learner(5).name },
        state: 'proposed',
        sharedCourses: 1,
      },
    ]);
    const mine = async () =>
      (await kith.ask('learner', 'GET', '/api/v1/mentoring')).json<z.output<(typeof listMyMentoring)['response']>>();
    expect(await mine()).toEqual([]);
    expect((await decide(matches[0]!.matchId, 'confirmed')).statusCode).toBe(200);
    expect(await mine()).toMatchObject([{ mentor: true, name: learner(5).name, course: 'Poetry' }]);
  });

  test('never takes a mentor beyond their room, in two proposals either', async () => {
    await offer(learner(0).personId, 2);
    expect(await propose(learner(1).personId, learner(2).personId, learner(3).personId)).toEqual({
      proposed: 2,
      without: 1,
    });
    expect(await propose(learner(3).personId, learner(4).personId)).toEqual({ proposed: 0, without: 2 });
    expect((await list()).mentors).toMatchObject([{ free: 0 }]);
  });

  test('is not of two of whom one has ruled the other out, and nobody learns of it', async () => {
    await offer(learner(0).personId, 5);
    await kith.database.owner
      .insertInto('care.keptApart')
      .values({
        institutionId: kith.institutionId,
        personId: learner(1).personId,
        otherPersonId: learner(0).personId,
        saidAt: new Date(),
      })
      .execute();
    expect(await propose(learner(1).personId, learner(2).personId)).toEqual({ proposed: 1, without: 1 });
    expect(JSON.stringify(await list())).not.toContain('apart"');
  });

  test('prefers who speaks the same language and lives in the same hours', async () => {
    await offer(learner(0).personId, 1, ['fi'], 'Europe/Helsinki');
    await offer(learner(1).personId, 1, ['pt'], 'America/Sao_Paulo');
    await offer(learner(2).personId, 1, ['fi', 'sv'], 'Europe/Helsinki');
    await propose(learner(2).personId);
    expect((await list()).matches).toMatchObject([
      { mentor: { name: learner(0).name }, hoursApart: 0, languages: ['fi'] },
    ]);
  });

  test('declined is not proposed again; ended gives the room back', async () => {
    await offer(learner(0).personId);
    await propose(learner(1).personId);
    const [first] = (await list()).matches;
    expect((await decide(first!.matchId, 'ended')).statusCode).toBe(404);
    await decide(first!.matchId, 'declined');
    expect(await propose(learner(1).personId)).toEqual({ proposed: 0, without: 1 });
    await propose(learner(2).personId);
    const [second] = (await list()).matches;
    await decide(second!.matchId, 'confirmed');
    expect((await list()).mentors).toMatchObject([{ free: 0 }]);
    await decide(second!.matchId, 'ended');
    expect((await list()).mentors).toMatchObject([{ free: 1 }]);
  });

  test('is only of learners of the course, and of nobody who said no to being proposed', async () => {
    await offer(kith.foreign.learners[0]!.personId, 5);
    await offer(learner(0).personId, 5);
    await kith.database.owner
      .insertInto('core.consent')
      .values({
        institutionId: kith.institutionId,
        courseId: kith.own.courseId,
        runId: 0,
        ingestedAt: new Date(),
        sourceId: kith.sourceId,
        accountId: learner(1).accountId,
        purpose: 'mentoring',
        granted: false,
        occurredAt: new Date(),
      })
      .execute();
    expect((await list()).mentors.map(({ name }) => name)).toEqual([learner(0).name]);
    expect(await propose(learner(1).personId, kith.foreign.learners[1]!.personId)).toEqual({ proposed: 0, without: 2 });
    await kith.database.owner.deleteFrom('core.consent').where('purpose', '=', 'mentoring').execute();
  });
});

test('no answer about mentors holds a number about how anybody is doing', async () => {
  await offer(kith.staff.learner.personId, 3);
  await propose(learner(5).personId);
  const [match] = (await list()).matches;
  await decide(match!.matchId, 'confirmed');
  for (const [who, url] of [
    ['learner', '/api/v1/mentoring'],
    ['instructor', path()],
  ] as const) {
    const { body } = await kith.ask(who, 'GET', url);
    expect(body).toContain(learner(5).name);
    expect(body).not.toMatch(/score|band|risk|trend|rank|confidence|elevated|pattern/i);
  }
});
