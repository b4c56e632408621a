import { buildApp } from '@kith/api/app.ts';
import { mailSettings, openMailer } from '@kith/api/mail/mailer.ts';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { mailServer } from '../support/mail-server.ts';
import { openUniversity, plantSession, type OpenUniversity } from '../support/open-university.ts';
import { addressOf } from '../support/university-facts.ts';

let kith: OpenUniversity;
let mail: Awaited<ReturnType<typeof mailServer>>;
let app: Awaited<ReturnType<typeof buildApp>>;
let cookie: string;

beforeAll(async () => {
  kith = await openUniversity();
  mail = await mailServer();
  app = await buildApp({ db: kith.appDb, mailer: openMailer({ url: mail.url, from: 'kith@example.edu' }) });
  const { personId } = kith.staff.instructor;
  cookie = `kith_session=${await plantSession(kith.database.db, kith.institutionId, personId)}`;
});
afterAll(async () => {
  await app.close();
  await mail.stop();
  await kith.close();
});
afterEach(async () => {
  await kith.database.owner.deleteFrom('care.contact').execute();
  await kith.database.owner.deleteFrom('care.template').execute();
});

const ask = (method: 'GET' | 'POST', path: string, payload?: object) =>
  app.inject({ method, url: `/api/v1${path}`, headers: { cookie, 'x-kith': '1' }, ...(payload && { payload }) });
const learner = () => kith.own.learners[0]!;
const path = () => `/courses/${kith.own.courseId}/learners/${learner().personId}`;
const message = (more: object = {}) => ({
  subject: 'A hello',
  body: 'How are you?',
  template: 'band',
  confirmed: true,
  ...more,
});
const contacts = () => kith.database.owner.selectFrom('care.contact').selectAll().execute();

test('a draft is addressed, signed and says what it is about, and names no address', async () => {
  const answer = await ask('GET', `${path()}/draft?template=gone_quiet`);
  expect(answer.json()).toMatchObject({
    template: 'gone_quiet',
    own: false,
    way: 'mail',
    subject: 'A hello from Poetry',
  });
  expect(answer.json<{ body: string }>().body).toMatch(/^Dear .*[^]*north instructor$/);
  expect(answer.body).not.toContain(addressOf(learner().name));
});

test('a confirmed message reaches the mail server, with answers to its writer, and is noted', async () => {
  expect((await ask('POST', `${path()}/messages`, message({ subject: 'Grüße' }))).statusCode).toBe(200);
  const taken = await mail.next();
  expect(taken.to).toEqual([addressOf(learner().name)]);
  expect(taken.message).toMatch(/^From: "?north instructor"? <kith@example\.edu>/m);
  expect(taken.message).toMatch(/^Reply-To: .*<north\.instructor@example\.edu>/m);
  expect(taken.message).toMatch(/^Subject: =\?UTF-8\?/m);
  expect(taken.message).toContain('How are you?');
  expect(await contacts()).toMatchObject([
    { channel: 'mail', sentByKith: true, template: 'band', personId: learner().personId },
  ]);
});

test('what was sent is not taken back', async () => {
  const { contactId } = (await ask('POST', `${path()}/messages`, message())).json<{ contactId: number }>();
  await mail.next();
  const withdrawn = await ask('POST', '/contacts/withdraw', { contacts: [{ courseId: kith.own.courseId, contactId }] });
  expect(withdrawn.json()).toEqual({ withdrawn: 0 });
});

test('nothing is sent without a confirmation, nor with words of scores', async () => {
  for (const refused of [{ confirmed: false }, { body: 'You are at risk.' }, { subject: 'You were flagged' }]) {
    expect((await ask('POST', `${path()}/messages`, message(refused))).statusCode, JSON.stringify(refused)).toBe(400);
  }
  const why = (await ask('POST', `${path()}/messages`, message({ body: 'You are at risk.' }))).json<{
    detail: string;
  }>();
  expect(why.detail).toContain('“at risk”');
  expect([mail.taken, await contacts()]).toEqual([[], []]);
});

test('a message the server does not take is not noted, and the writer is told', async () => {
  await kith.database.owner
    .updateTable('identity.person')
    .set({ email: 'refused.one@example.edu' })
    .where('personId', '=', learner().personId)
    .execute();
  const answer = await ask('POST', `${path()}/messages`, message());
  expect([answer.statusCode, answer.json<{ title: string }>().title]).toEqual([502, 'Not sent']);
  expect(await contacts()).toEqual([]);
  await kith.database.owner
    .updateTable('identity.person')
    .set({ email: null })
    .where('personId', '=', learner().personId)
    .execute();
  expect((await ask('GET', `${path()}/draft`)).json()).toMatchObject({ way: 'no_address' });
  expect((await ask('POST', `${path()}/messages`, message())).statusCode).toBe(409);
});

test('one’s own text stands in Kith’s place until it is given back; colleagues keep theirs', async () => {
  const own = { subject: 'Hi', body: 'Hi {name}, {me}' };
  expect((await ask('POST', '/templates/band', { ...own, body: 'You look isolated' })).statusCode).toBe(400);
  expect((await ask('POST', '/templates/band', own)).statusCode).toBe(200);
  const { name, personId } = kith.own.learners[1]!;
  const draft = `/courses/${kith.own.courseId}/learners/${personId}/draft?template=band`;
  expect((await ask('GET', draft)).json()).toMatchObject({ own: true, body: `Hi ${name}, north instructor` });
  expect((await kith.ask('assistant', 'GET', `/api/v1${draft}`)).json()).toMatchObject({ own: false });
  await ask('POST', '/templates/band', { reset: true });
  expect((await ask('GET', draft)).json()).toMatchObject({ own: false });
});

test('mail settings are whole or not there, and a mistake does not show the password', () => {
  expect(mailSettings({})).toBeUndefined();
  const url = 'smtp://kith:secret@mail.example.edu:587';
  expect(mailSettings({ KITH_SMTP_URL: url, KITH_MAIL_FROM: 'kith@example.edu' })).toEqual({
    url,
    from: 'kith@example.edu',
  });
  expect(() => mailSettings({ KITH_SMTP_URL: url })).toThrow(/KITH_MAIL_FROM/);
  expect(() => mailSettings({ KITH_SMTP_URL: 'https://kith:secret@mail', KITH_MAIL_FROM: 'kith@example.edu' })).toThrow(
    expect.objectContaining({ message: expect.not.stringContaining('secret') as string }) as Error,
  );
});
