import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { openUniversity, type OpenUniversity } from '../support/open-university.ts';
import { askers, matrix, samples } from './matrix.ts';

let kith: OpenUniversity;
beforeAll(async () => {
  kith = await openUniversity();
});
afterAll(() => kith.close());

test('every route has its row, and every row its route', () => {
  const rows = new Set(matrix.map(({ route }) => route));
  expect([...new Set(kith.routes)].sort()).toEqual([...rows].sort());
});

test('a route about a course is asked of an own and of a foreign one', () => {
  for (const route of kith.routes.filter((each) => each.includes(':courseId'))) {
    const nodes = matrix.filter((row) => row.route === route).map(({ node }) => node);
    expect(nodes, route).toEqual(['own', 'foreign']);
  }
});

// One after the other in the order of the table: the last line signs everybody out.
describe.each(matrix)('$route $node', ({ route, node = 'own', status }) => {
  test.each(askers)('as %s', async (who) => {
    const [method, url] = route.split(' ') as ['GET' | 'POST' | 'PUT' | 'DELETE', string];
    const place = kith[node];
    const { query = '', body } = samples[route] ?? {};
    const path = url
      .replace(':courseId', String(place.courseId))
      .replace(':personId', String(place.learners[0]!.personId))
      .replace(/:(type|key)\b/, 'band')
      .replace(/:\w+/g, '999999');
    const answer = await kith.ask(who, method, path + query, body);
    expect(answer.statusCode, answer.body.slice(0, 300)).toBe(status[who]);
  });
});
