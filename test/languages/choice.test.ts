import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openUniversity, type OpenUniversity } from '../support/open-university.ts';

let kith: OpenUniversity;
beforeAll(async () => {
  kith = await openUniversity();
});
afterAll(() => kith.close());
afterEach(() => kith.database.owner.deleteFrom('ops.readerSetting').execute());

const choose = (who: 'instructor' | 'lead', language: string | null) =>
  kith.ask(who, 'POST', '/api/v1/settings/language', { language });
const chosen = async (who: 'instructor' | 'lead') =>
  (await kith.ask(who, 'GET', '/api/v1/me')).json<{ language: string | null }>().language;

test('a language is kept for who chose it, changed, and forgotten', async () => {
  expect(await chosen('instructor')).toBeNull();
  expect((await choose('instructor', 'de')).statusCode).toBe(200);
  expect([await chosen('instructor'), await chosen('lead')]).toEqual(['de', null]);
  await choose('instructor', 'en');
  expect(await chosen('instructor')).toBe('en');
  await choose('instructor', null);
  expect(await chosen('instructor')).toBeNull();
});

test('a language Kith does not speak is refused', async () => {
  expect((await choose('instructor', 'tlh')).statusCode).toBe(400);
});

test('an answer says its language: the choice before the browser, the browser before English', async () => {
  const asks = async (wished?: string) => {
    const headers = wished === undefined ? {} : { 'accept-language': wished };
    return (await kith.app.inject({ method: 'GET', url: '/api/v1/me', headers })).headers['content-language'];
  };
  expect([await asks(), await asks('de-AT'), await asks('fi')]).toEqual(['en', 'de', 'en']);
  await choose('instructor', 'de');
  expect((await kith.ask('instructor', 'GET', '/api/v1/me')).headers['content-language']).toBe('de');
});

test('the draft of a message and the weekly word come in the language of who asks', async () => {
  const learner = kith.own.learners[0]!.personId;
  const draft = `/api/v1/courses/${String(kith.own.courseId)}/learners/${String(learner)}/draft`;
  const body = async () => (await kith.ask('instructor', 'GET', draft)).json<{ body: string }>().body;
  const word = async () =>
    (await kith.ask('instructor', 'GET', '/api/v1/digest')).json<{ preview: { subject: string } }>().preview.subject;
  expect([(await body()).slice(0, 4), await word()]).toEqual(['Dear', 'Your week in Kith']);
  await choose('instructor', 'de');
  expect([(await body()).slice(0, 9), await word()]).toEqual(['Guten Tag', 'Ihre Woche in Kith']);
});
