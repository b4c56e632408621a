import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { openUniversity, type OpenUniversity } from '../support/open-university.ts';
import { staffRoles, type StaffRole } from '../support/university.ts';
import { samples } from './matrix.ts';

let kith: OpenUniversity;
beforeAll(async () => {
  kith = await openUniversity();
});
afterAll(() => kith.close());

interface Answer {
  readonly url: string;
  readonly status: number;
  readonly body: string;
}

/** Every GET there is, of every course and of the first, a middle and the quiet learner of each. */
async function crawl(who: StaffRole): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (const route of kith.routes.filter((each) => each.startsWith('GET '))) {
    const url = route.slice(4) + (samples[route]?.query ?? '');
    for (const path of new Set(addresses(url))) {
      const { statusCode, body } = await kith.ask(who, 'GET', path);
      answers.push({ url: path, status: statusCode, body });
    }
  }
  return answers;
}

function addresses(url: string): string[] {
  return [kith.own, kith.sibling, kith.foreign].flatMap(({ courseId, learners }) =>
    [0, 5, 11].map((index) =>
      url
        .replace(':courseId', String(courseId))
        .replace(':personId', String(learners[index]!.personId))
        .replace(/:\w+/g, '1'),
    ),
  );
}

const planted = /Zyx\w+ \w+son-\d+/;

test('the instructor meets the planted names, so that their absence elsewhere says something', async () => {
  const bodies = (await crawl('instructor')).map(({ body }) => body);
  expect(bodies.some((body) => planted.test(body))).toBe(true);
  expect(bodies.some((body) => body.includes('Physicsson') || body.includes('Proseson'))).toBe(false);
});

describe.each(staffRoles.filter((role) => !['instructor', 'assistant', 'stranger'].includes(role)))('as %s', (role) => {
  test('nobody is named', async () => {
    for (const { url, body } of await crawl(role)) expect(body, url).not.toMatch(planted);
  });

  test('no number says something about one person', async () => {
    for (const { url, status, body } of await crawl(role)) {
      if (status !== 200 || !body.startsWith('{')) continue;
      const found = [...personal(JSON.parse(body))];
      expect(url.includes('openapi') || url.includes('definitions') ? [] : found, url).toEqual([]);
    }
  });
});

test('a learner meets no score, band, trend or rank anywhere, of themselves or of a class', async () => {
  for (const { url, status, body } of await crawl('learner')) {
    if (status !== 200 || url.includes('openapi') || url.includes('definitions') || !/^[[{]/.test(body)) continue;
    expect(
      [...keysWithValues(JSON.parse(body))].filter((key) => /score|band|trend|rank|percentile/i.test(key)),
      url,
    ).toEqual([]);
  }
});

test('what answers without a session is the same for everybody, and so holds no data', async () => {
  for (const url of ['/api/v1/definitions', '/api/v1/openapi.json', '/api/v1']) {
    const signedOut = await kith.ask('nobody', 'GET', url);
    for (const role of staffRoles) expect((await kith.ask(role, 'GET', url)).body, url).toBe(signedOut.body);
  }
});

/** Objects that join a person and a number of theirs. */
function* personal(value: unknown): Generator<object> {
  if (typeof value !== 'object' || value === null) return;
  if ('personId' in value && ('score' in value || 'band' in value || 'peers' in value)) yield value;
  for (const each of Object.values(value)) yield* personal(each);
}

function* keysWithValues(value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, each] of Object.entries(value)) {
    if (each !== null && typeof each !== 'object') yield key;
    yield* keysWithValues(each);
  }
}
