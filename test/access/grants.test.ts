import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { openUniversity, type OpenUniversity } from '../support/open-university.ts';
import { addressOf } from '../support/university-facts.ts';
import type { StaffRole } from '../support/university.ts';

const day = 86_400_000;
let kith: OpenUniversity;
beforeAll(async () => {
  kith = await openUniversity();
});
afterAll(() => kith.close());

const email = (who: StaffRole) => addressOf(kith.staff[who].name);
const give = (giver: StaffRole, body: object) => kith.ask(giver, 'POST', '/api/v1/grants', body);
const learners = (who: StaffRole, place: 'own' | 'sibling' | 'foreign') =>
  kith.ask(who, 'GET', `/api/v1/courses/${String(kith[place].courseId)}/learners`);
const course = async (who: StaffRole, place: 'own' | 'sibling' | 'foreign') =>
  (await kith.ask(who, 'GET', `/api/v1/courses/${String(kith[place].courseId)}`)).statusCode;

interface Listed {
  grants: { grantId: number; personId: number; role: string; place: string | null; delegated: boolean }[];
  staff: { personId: number; role: string; place: string }[];
}
const listed = async () => (await kith.ask('steward', 'GET', '/api/v1/grants')).json<Listed>();
const grantOf = async (who: StaffRole, role: string) =>
  (await listed()).grants.find((one) => one.personId === kith.staff[who].personId && one.role === role)!;
const end = async (ender: StaffRole, grantId: number) =>
  (await kith.ask(ender, 'POST', `/api/v1/grants/${String(grantId)}/end`)).statusCode;

test('a grant on a node reaches every course below, and no other; ended, it reaches none', async () => {
  expect(await course('support', 'own')).toBe(404);
  expect((await give('steward', { email: email('support'), role: 'lead', unitId: kith.sciences })).statusCode).toBe(
    200,
  );
  expect(await course('support', 'foreign')).toBe(200);
  expect(await course('support', 'own')).toBe(404);
  const { grantId, place } = await grantOf('support', 'lead');
  expect(place).toBe('Sciences');
  expect(await end('steward', grantId)).toBe(200);
  expect(await course('support', 'foreign')).toBe(404);
  expect(await end('steward', grantId)).toBe(404);
});

test('a grant holds from its first instant to its last', async () => {
  const courseId = kith.foreign.courseId;
  const later = new Date(Date.now() + day).toISOString();
  await give('steward', { email: email('researcher'), role: 'instructor', courseId, from: later });
  expect((await learners('researcher', 'foreign')).statusCode).toBe(404);
  const soon = new Date(Date.now() + 700).toISOString();
  await give('steward', { email: email('researcher'), role: 'assistant', courseId, to: soon });
  expect((await learners('researcher', 'foreign')).statusCode).toBe(200);
  await new Promise((done) => setTimeout(done, 800));
  expect((await learners('researcher', 'foreign')).statusCode).toBe(404);
});

describe('who may give what', () => {
  test('nobody to themselves: an admin does not make themselves a reader of learners', async () => {
    for (const who of ['steward', 'admin'] as const) {
      const answer = await give(who, { email: email(who), role: 'instructor', courseId: kith.own.courseId });
      expect(answer.statusCode).toBe(403);
      expect((await learners(who, 'own')).statusCode).toBe(404);
    }
  });

  test('stewards and admins only by an admin, and never the last one away', async () => {
    expect((await give('steward', { email: email('support'), role: 'admin' })).statusCode).toBe(403);
    const { grantId } = await grantOf('admin', 'admin');
    expect(await end('steward', grantId)).toBe(403);
    expect(await end('admin', grantId)).toBe(409);
  });

  test('nothing at a place of another institution, and nothing to nobody', async () => {
    expect((await give('steward', { email: email('support'), role: 'lead', unitId: 999_999 })).statusCode).toBe(404);
    expect((await give('steward', { email: 'nobody@example.edu', role: 'lead' })).statusCode).toBe(404);
  });
});

test('who teaches by roster is listed beside the grants', async () => {
  const { staff } = await listed();
  const mine = staff.filter(({ place }) => place === 'Poetry').map(({ personId, role }) => [personId, role]);
  expect(mine).toEqual([
    [kith.staff.instructor.personId, 'instructor'],
    [kith.staff.assistant.personId, 'assistant'],
  ]);
});

describe('passing a role on', () => {
  const pass = async (giver: StaffRole, body: object, place: 'own' | 'foreign' = 'own') =>
    (
      await kith.ask(giver, 'POST', `/api/v1/courses/${String(kith[place].courseId)}/delegations`, {
        role: 'instructor',
        until: new Date(Date.now() + 30 * day).toISOString(),
        ...body,
      })
    ).statusCode;

  test('works for the own role on the own course, and says so to who got it', async () => {
    expect(await pass('instructor', { email: email('support') }, 'foreign')).toBe(404);
    expect(await pass('assistant', { email: email('support') })).toBe(404);
    expect(await pass('instructor', { email: email('support') })).toBe(200);
    const page = await kith.ask('support', 'GET', `/api/v1/courses/${String(kith.own.courseId)}`);
    expect(page.json<{ because: string }>().because).toMatch(
      /^the role of instructor here was passed on to you since .+ until /,
    );
  });

  test('goes no further, and not for longer than half a year', async () => {
    expect(await pass('support', { email: email('lead') })).toBe(404);
    const until = new Date(Date.now() + 200 * day).toISOString();
    expect(await pass('instructor', { email: email('lead'), until })).toBe(400);
  });

  test('is listed for who did it, and ended by them, not by who has it', async () => {
    const url = `/api/v1/courses/${String(kith.own.courseId)}/delegations`;
    const list = async (who: StaffRole) =>
      (await kith.ask(who, 'GET', url)).json<{ roles: string[]; delegations: { grantId: number; name: string }[] }>();
    const mine = await list('instructor');
    expect(mine).toMatchObject({ roles: ['instructor'], delegations: [{ name: 'north support', role: 'instructor' }] });
    expect(await list('support')).toMatchObject({ roles: ['support'], delegations: [] });
    const end = (who: StaffRole) =>
      kith.ask(who, 'POST', `${url}/${String(mine.delegations[0]!.grantId)}/end`).then(({ statusCode }) => statusCode);
    expect(await end('support')).toBe(404);
    expect(await end('assistant')).toBe(404);
    expect(await end('instructor')).toBe(200);
    expect((await learners('support', 'own')).statusCode).toBe(404);
    expect(await pass('instructor', { email: email('support') })).toBe(200);
  });

  test('ends with the role of who passed it on', async () => {
    expect((await learners('support', 'own')).statusCode).toBe(200);
    const mine = kith.database.db
      .updateTable('ops.courseAccess')
      .where('personId', '=', kith.staff.instructor.personId)
      .where('courseId', '=', kith.own.courseId);
    await mine.set({ validTo: new Date() }).execute();
    expect((await learners('support', 'own')).statusCode).toBe(404);
    await mine.set({ validTo: null }).execute();
  });
});

describe('a grant without names', () => {
  beforeAll(async () => {
    const grant = {
      email: email('researcher'),
      role: 'instructor',
      courseId: kith.sibling.courseId,
      pseudonymous: true,
    };
    expect((await give('steward', grant)).statusCode).toBe(200);
  });

  test('shows every learner under a pseudonym, on every page', async () => {
    const answer = await learners('researcher', 'sibling');
    const names = answer.json<{ learners: { name: string }[] }>().learners.map(({ name }) => name);
    expect(names).toHaveLength(12);
    for (const name of names) expect(name).toMatch(/^Person [0-9a-f]{8}$/);
    const base = `/api/v1/courses/${String(kith.sibling.courseId)}`;
    const someone = `${base}/learners/${String(kith.sibling.learners[3]!.personId)}`;
    for (const url of [base, someone, `${someone}/evidence?component=voice`, `${base}/network`, `${base}/waiting`]) {
      const { statusCode, body } = await kith.ask('researcher', 'GET', url);
      expect(statusCode, url).toBe(200);
      expect(body, url).not.toMatch(/Zyx/);
    }
    const page = await kith.ask('researcher', 'GET', base);
    expect(page.json<{ because: string }>().because).toContain('without names');
  });

  test('shows none either to somebody who knows the same people by name in another course', async () => {
    const shared = kith.sibling.learners[0]!;
    await kith.database.db
      .insertInto('core.participant')
      .values({
        institutionId: kith.institutionId,
        courseId: kith.own.courseId,
        personId: shared.personId,
        role: 'learner',
        basis: 'roster',
        status: 'active',
      })
      .execute();
    await give('steward', { email: email('researcher'), role: 'assistant', courseId: kith.own.courseId });
    expect((await learners('researcher', 'own')).body).toMatch(/Zyx/);
    expect((await learners('researcher', 'sibling')).body).not.toMatch(/Zyx/);
  });

  test('does not become one with names by being passed on', async () => {
    const url = `/api/v1/courses/${String(kith.sibling.courseId)}/delegations`;
    const body = { email: email('lead'), role: 'instructor', until: new Date(Date.now() + day).toISOString() };
    expect((await kith.ask('researcher', 'POST', url, body)).statusCode).toBe(404);
    expect((await kith.ask('researcher', 'POST', url, { ...body, pseudonymous: true })).statusCode).toBe(200);
    expect((await learners('lead', 'sibling')).body).not.toMatch(/Zyx/);
  });
});
