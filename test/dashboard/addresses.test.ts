import { describe, expect, test } from 'vitest';
import { address } from '@kith/dashboard/lib/api/address.ts';
import { troubleOf } from '@kith/dashboard/lib/api/problem.ts';
import { weekOf } from '@kith/dashboard/lib/components/course/week-query.ts';
import { coursePath, evidencePath, withQuery } from '@kith/dashboard/lib/paths.ts';

describe('an endpoint becomes an address', () => {
  test('parameters are filled in and escaped, what is undefined is left out', () => {
    expect(address('/courses/:courseId/learners', { courseId: 7 }, { week: 3, kinds: undefined })).toBe(
      '/api/v1/courses/7/learners?week=3',
    );
    expect(address('/runs/:runId', { runId: '../me' })).toBe('/api/v1/runs/..%2Fme');
  });

  test('a parameter that is not given is a fault of ours, said at once', () => {
    expect(() => address('/courses/:courseId', {})).toThrow('needs courseId');
  });
});

describe('links', () => {
  test('carry the week along', () => {
    expect(coursePath(7, { week: 3 })).toBe('/courses/7?week=3');
    expect(coursePath(7, { week: undefined })).toBe('/courses/7');
    expect(evidencePath(7, 12, 'voice', { week: 3 })).toBe('/courses/7/people/12/evidence/voice?week=3');
  });

  test('change one filter and keep the others', () => {
    const url = new URL('https://kith.example/courses/7/network?week=3&kinds=reply,mention&person=4');
    expect(withQuery(url, { person: undefined, staff: 'true' })).toBe(
      '/courses/7/network?week=3&kinds=reply%2Cmention&staff=true',
    );
  });
});

test.each([
  ['?week=3', 3],
  ['?week=0', undefined],
  ['?week=2.5', undefined],
  ['?week=last', undefined],
  ['', undefined],
])('the week of %s is %s', (query, week) => expect(weekOf(new URL(`https://kith.example/${query}`))).toBe(week));

describe('what went wrong', () => {
  test('a problem is shown as it was said', async () => {
    const problem = { type: 'about:blank', title: 'No such course.', status: 404, next: 'Go back.' };
    expect(await troubleOf(Response.json(problem, { status: 404 }))).toEqual({
      status: 404,
      title: 'No such course.',
      next: 'Go back.',
    });
  });

  test('an answer that is no problem gets a title and no invented detail', async () => {
    expect(await troubleOf(new Response('<html>Bad gateway</html>', { status: 502 }))).toEqual({
      status: 502,
      title: 'Kith: 502',
    });
  });
});
