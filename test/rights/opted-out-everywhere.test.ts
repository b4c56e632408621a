import { compute } from '@kith/etl/compute/compute.ts';
import type { RecordInput } from '@kith/etl/records/record.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { samples } from '../access/matrix.ts';
import { kith as command } from '../support/kith-command.ts';
import { loadRecords } from '../support/load-records.ts';
import { openUniversity, type OpenUniversity } from '../support/open-university.ts';
import { addressOf, type Named } from '../support/university-facts.ts';
import { staffRoles } from '../support/university.ts';

/**
 * Somebody who took part like everybody else, of whom staff wrote, and who then left: every endpoint there is, asked as
 * every role, with every address there is, and every command that lists or exports.
 */
let kith: OpenUniversity;
/** One left everywhere, the other this course alone. */
let gone: readonly Named[];
let words: string[];

beforeAll(async () => {
  kith = await openUniversity();
  const { own, database, institutionId } = kith;
  gone = [own.learners[3]!, own.learners[6]!];
  const { rows } = await sql<{ pseudonym: string; key: string }>`
    select p.pseudonym, i.key from core.person as p
      join core.account as a using (institution_id, person_id)
      join identity.account as i on i.institution_id = a.institution_id and i.account_id = a.account_id
    where p.person_id = any (${gone.map(({ personId }) => personId)}) order by p.person_id`.execute(database.owner);
  words = [
    ...gone.flatMap(({ name }) => [`${name}"`, `${name} `, addressOf(name)]),
    ...rows.flatMap(({ pseudonym, key }) => [pseudonym, `"${key}"`]),
  ];
  for (const one of gone) await wroteAbout(one);
  const said = rows.map(({ key }, index): RecordInput => ({
    type: 'consent',
    key: `left ${key}`,
    person: key,
    ...(index === 1 && { course: 'poetry' }),
    purpose: 'analytics',
    granted: false,
    at: new Date().toISOString(),
  }));
  const report = await loadRecords(database.db, institutionId, said, 'moodle:main');
  expect(report).toMatchObject({ new: 2, rejected: 0 });
  await compute(database.db, institutionId, { all: true });
}, 240_000);
afterAll(() => kith.close());

/** What staff did while they were there. */
async function wroteAbout({ personId }: Named): Promise<void> {
  const course = `/api/v1/courses/${String(kith.own.courseId)}`;
  const learner = `${course}/learners/${String(personId)}`;
  const done = async (url: string, body: object) => {
    const { statusCode, body: text } = await kith.ask('instructor', 'POST', url, body);
    expect([url, statusCode, text.slice(0, 200)]).toEqual([url, 200, expect.anything()]);
  };
  await done('/api/v1/contacts', { people: [{ courseId: kith.own.courseId, personId }], channel: 'call' });
  await done(`${learner}/cases`, { concern: 'Knows nobody here.', handOver: true });
  await done(`${learner}/notes`, { level: 'normal', body: 'Has moved.' });
  await done(`${learner}/declarations`, { kind: 'study_group', from: new Date().toISOString() });
}

/** What of them an answer holds: words, or their number as the number of a person. */
const findsIn = (body: string): string[] => [
  ...words.filter((word) => body.includes(word)),
  ...gone.flatMap(({ personId }) =>
    new RegExp(`"(?:personId|id|source|target|from|to|mentorId|menteeId)":${String(personId)}[,}]`).test(body)
      ? [`number ${String(personId)}`]
      : [],
  ),
];

/** Addresses in which every parameter is a course of theirs, somebody else there, or they themselves. */
function addressesOf(route: string): string[] {
  const url = route.slice(4) + (samples[route]?.query ?? '');
  const others = [0, 11].map((index) => kith.own.learners[index]!.personId);
  return [
    ...new Set(
      [...others, ...gone.map(({ personId }) => personId)].flatMap((personId) =>
        ['', 'week=1', 'week=5', 'staff=true'].map(
          (extra) =>
            url
              .replace(':courseId', String(kith.own.courseId))
              .replace(':personId', String(personId))
              .replace(':unitId', String(kith.humanities))
              .replace(/:\w+/g, '1') + (extra === '' ? '' : (url.includes('?') ? '&' : '?') + extra),
        ),
      ),
    ),
  ];
}

describe.each([...staffRoles])('as %s', (role) => {
  test('no endpoint holds them', { timeout: 240_000 }, async () => {
    const finds: string[] = [];
    for (const route of kith.routes.filter((each) => each.startsWith('GET /api/v1'))) {
      for (const url of addressesOf(route)) {
        const { statusCode, body } = await kith.ask(role, 'GET', url);
        const found = statusCode === 200 ? findsIn(body) : [];
        if (found.length > 0) finds.push(`${url}: ${found.join(' ')}`);
      }
    }
    expect(finds).toEqual([]);
  });
});

test('nothing new is written about them: it is answered as of nobody', async () => {
  const course = `/api/v1/courses/${String(kith.own.courseId)}`;
  for (const { personId } of gone) {
    const learner = `${course}/learners/${String(personId)}`;
    for (const [url, body] of [
      ['/api/v1/contacts', { people: [{ courseId: kith.own.courseId, personId }], channel: 'call' }],
      [`${learner}/cases`, { concern: 'Again.' }],
      [`${learner}/notes`, { level: 'normal', body: 'Again.' }],
      [`${learner}/alerts/band`, { to: 'snoozed' }],
      [`${learner}/messages`, { subject: 'Hello', body: 'Hello', template: 'band', confirmed: true }],
      [`${learner}/declarations`, { kind: 'study_group', from: new Date().toISOString() }],
      [`${course}/mentors/proposals`, { personIds: [personId] }],
    ] as const) {
      const { statusCode, body: said } = await kith.ask('instructor', 'POST', url, body);
      expect([url, statusCode, said.slice(0, 90)]).toEqual([
        url,
        url.endsWith('proposals') ? 200 : 404,
        expect.anything(),
      ]);
      expect(findsIn(said)).toEqual([]);
    }
  }
});

test('the denominators say so', async () => {
  const course = `/api/v1/courses/${String(kith.own.courseId)}`;
  for (const url of [course, `${course}/network`]) {
    const { included } = (await kith.ask('instructor', 'GET', url)).json<{ included: object }>();
    expect([url, included]).toEqual([url, { included: 11, of: 13 }]);
  }
  const { counts } = (await kith.ask('instructor', 'GET', course)).json<{ counts: { learners: number } }>();
  expect(counts.learners).toBe(11);
});

test.each([
  ['learners', ['Poetry', '--names']],
  ['learners', ['Poetry', '--week', '2', '--names']],
  ['network', ['Poetry', '--week', '5']],
  ['export', ['bands']],
] as const)('kith %s %s leaves them out', async (name, more) => {
  const said = await command([name, ...more, '--json'], { database: kith.database.ownerUrl });
  expect([said.code, said.err.slice(0, 200)]).toEqual([0, expect.anything()]);
  expect(findsIn(said.out)).toEqual([]);
  if (name === 'learners') expect(said.out).toContain(kith.own.learners[4]!.name);
});

test('what was written about them is there again when they come back', async () => {
  const { database, institutionId } = kith;
  const before = await kith.ask('support', 'GET', '/api/v1/support/cases');
  expect(before.json<object[]>()).toEqual([]);
  await sql`delete from core.opted_out where institution_id = ${institutionId}`.execute(database.owner);
  const after = await kith.ask('support', 'GET', '/api/v1/support/cases');
  expect(
    after
      .json<{ name: string }[]>()
      .map(({ name }) => name)
      .sort(),
  ).toEqual(gone.map(({ name }) => name).sort());
});

test('others are found by the same walk', async () => {
  const other = kith.own.learners[4]!;
  const { body } = await kith.ask('instructor', 'GET', `/api/v1/courses/${String(kith.own.courseId)}/learners`);
  expect(body).toContain(other.name);
});
