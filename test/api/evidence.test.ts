import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import type { getEvidence, getLearner, listLearners } from '@kith/api/contract/learner.ts';
import type { listCourses } from '@kith/api/contract/course.ts';
import type { ResponseOf } from '@kith/api/contract/endpoint.ts';
import { computeCourse } from '@kith/etl/compute/compute-course.ts';
import { shipped, type InForce } from '@kith/etl/definitions/overridable.ts';
import { isolation } from '@kith/etl/score/isolation.ts';
import { freshDatabase, type FreshDatabase } from '../support/database.ts';
import { golden, goldenRecords } from '../support/golden-records.ts';
import { loadRecords, makeInstitution } from '../support/load-records.ts';
import { signedIn, type Browser } from '../support/signed-in.ts';

type Learners = ResponseOf<typeof listLearners>['learners'];
type Evidence = ResponseOf<typeof getEvidence>;

/** Every number opens its reason: what the page lists must add up to what the score used. */
describe('evidence adds up to the number it explains', () => {
  let database: FreshDatabase;
  let browser: Browser;
  let courseId: number;
  let learners: Learners;

  beforeAll(async () => {
    database = await freshDatabase();
    const institutionId = await makeInstitution(database.db);
    await loadRecords(database.db, institutionId, goldenRecords());
    const definitions = (): InForce => ({
      ...shipped,
      isolation: { ...isolation, reference: { ...isolation.reference, minLearners: 1 } },
    });
    browser = await signedIn(database, 'tut');
    [{ courseId } = { courseId: 0 }] = (await browser.get('/courses')).body as ResponseOf<typeof listCourses>;
    const course = { institutionId, courseId, startsOn: '2025-01-06', endsOn: null, timezone: 'UTC' };
    await computeCourse(database.db, course, new Date('2025-02-10T00:00:00Z'), definitions);
    ({ learners } = (await browser.get(`/courses/${courseId}/learners`)).body as ResponseOf<typeof listLearners>);
  });
  afterAll(async () => {
    await browser.close();
    await database.drop();
  });

  const evidenceOf = async (name: string, component: string): Promise<Evidence> => {
    const { personId } = learners.find((learner) => learner.name === name)!;
    const { status, body } = await browser.get(
      `/courses/${courseId}/learners/${personId}/evidence?component=${component}`,
    );
    expect(status).toBe(200);
    return body as Evidence;
  };
  const counted = (evidence: Evidence) => evidence.evidence.filter((one) => one.counted);

  test.each(golden.input.students)('%s: voice, classmates who turned to them, answers, sessions', async (student) => {
    const { raw } = golden.expected.students[student]!;
    const voice = counted(await evidenceOf(student, 'voice'));
    expect(voice.reduce((sum, one) => sum + one.adds!, 0)).toBeCloseTo(raw.voice as number, 6);

    const inbound = counted(await evidenceOf(student, 'inbound_peers'));
    expect(new Set(inbound.map((one) => one.withPerson!.personId)).size).toBe(raw.inbound_peers);

    // Contact saturates per classmate, so the page lists what it is made of: per classmate it must give the number.
    const contact = counted(await evidenceOf(student, 'peer_contact'));
    const byPeer = Map.groupBy(contact, (one) => one.withPerson!.personId);
    const peers = [...byPeer.values()].map((events) => 1 - Math.exp(-events.reduce((sum, one) => sum + one.adds!, 0)));
    expect(peers.reduce((sum, one) => sum + one, 0)).toBeCloseTo(raw.effective_peers as number, 6);

    const answers = counted(await evidenceOf(student, 'being_answered'));
    expect(answers).toHaveLength(raw.answerable_posts as number);
    expect(answers.reduce((sum, one) => sum + one.adds!, 0)).toBe(raw.answered);

    const sessions = counted(await evidenceOf(student, 'live_presence'));
    expect(sessions.filter((one) => one.adds === 1).length / sessions.length).toBe(raw.live_rate);
  });

  test('the learner page names the parts, the ties and why it may be seen', async () => {
    const dee = learners.find((learner) => learner.name === 'dee')!;
    const { body } = await browser.get(`/courses/${courseId}/learners/${dee.personId}`);
    const detail = body as ResponseOf<typeof getLearner>;
    expect(detail.learner.reasons.reduce((sum, reason) => sum + reason.points, 0)).toBe(Math.round(dee.score!));
    expect(detail.learner.reasons.map((reason) => reason.sentence)).toContain(
      'Wrote 4 posts in four weeks and no classmate answered; here about 1 post in 3 gets an answer.',
    );
    expect(detail.ties.map(({ name, staff }) => [name, staff])).toContainEqual(['tut', true]);
    expect(detail.because).toContain('the roster says');
    expect(detail.weeks).toHaveLength(5);
  });

  test('every look at named people is in the access log, with the reason', async () => {
    const rows = await database.owner
      .selectFrom('ops.accessLog')
      .select(['action', 'reason', 'subjectPersonIds'])
      .execute();
    expect(new Set(rows.map(({ action }) => action))).toEqual(
      new Set(['sign_in', 'view_list', 'view_evidence', 'view_learner']),
    );
    expect(rows.every(({ reason }) => reason !== '')).toBe(true);
    expect(rows.find(({ action }) => action === 'view_list')!.subjectPersonIds).toHaveLength(6);
  });

  test('the network picture lists the isolate and leaves staff out unless asked', async () => {
    type Picture = { nodes: { name: string; staff: boolean; isolate: boolean }[]; edges: unknown[] };
    const without = (await browser.get(`/courses/${courseId}/network`)).body as Picture;
    expect(without.nodes.filter((node) => node.isolate).map((node) => node.name)).toEqual(['fay']);
    expect(without.nodes.some((node) => node.staff)).toBe(false);
    const withStaff = (await browser.get(`/courses/${courseId}/network?staff=true`)).body as Picture;
    expect(withStaff.nodes.filter((node) => node.staff).map((node) => node.name)).toEqual(['tut']);
    expect(withStaff.edges.length).toBeGreaterThan(without.edges.length);
  });

  test('a learner sees no course, no score and no classmate', async () => {
    const learner = await signedIn(database, 'ana');
    try {
      expect((await learner.get('/courses')).body).toEqual([]);
      expect((await learner.get(`/courses/${courseId}/learners`)).status).toBe(404);
      expect((await learner.get(`/courses/${courseId}`)).status).toBe(404);
    } finally {
      await learner.close();
    }
  });

  test('signed out, nothing but the door is open', async () => {
    const nobody = await signedIn(database, null);
    try {
      for (const path of ['/me', '/courses', `/courses/${courseId}/learners`, '/runs']) {
        const { status, body } = await nobody.get(path);
        expect([path, status]).toEqual([path, 401]);
        expect(body as z.infer<z.ZodAny>).toMatchObject({ title: 'Not signed in', status: 401 });
      }
      expect((await nobody.get('/definitions')).status).toBe(200);
    } finally {
      await nobody.close();
    }
  });
});
