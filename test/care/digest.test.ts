import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { sendDigest } from '@kith/api/digest/send.ts';
import { openMailer, type Mailer } from '@kith/api/mail/mailer.ts';
import { sendDueDigests, type SendDigest } from '@kith/etl/digest/send-due.ts';
import { mailServer } from '../support/mail-server.ts';
import { openUniversity, type OpenUniversity } from '../support/open-university.ts';
import { addressOf } from '../support/university-facts.ts';

let kith: OpenUniversity;
let server: Awaited<ReturnType<typeof mailServer>>;
let mailer: Mailer;
let send: SendDigest;
beforeAll(async () => {
  kith = await openUniversity();
  server = await mailServer();
  mailer = openMailer({ url: server.url, from: 'kith@example.edu' });
  send = (reader, to) => sendDigest({ db: kith.appDb, mailer, address: 'https://kith.example.edu' }, reader, to);
});
afterAll(async () => {
  mailer.close();
  await server.stop();
  await kith.close();
});
afterEach(async () => {
  for (const table of ['care.digest', 'care.digestSetting'] as const)
    await kith.database.owner.deleteFrom(table).execute();
  server.taken.length = 0;
});

const setting = { wanted: true, weekday: 1, hour: 8, timezone: 'America/New_York' };

/** Wants the word, and has for a week. */
async function wanted(who: keyof OpenUniversity['staff'], but: Partial<typeof setting> = {}): Promise<void> {
  const answer = await kith.ask(who, 'POST', '/api/v1/digest', { ...setting, ...but });
  expect(answer.statusCode, answer.body).toBe(200);
  await kith.database.owner
    .updateTable('care.digestSetting')
    .set({ changedAt: new Date(0) })
    .execute();
}

/** A Monday, 13:00 UTC: nine in the morning in New York in winter. */
const monday = new Date('2026-01-12T13:00:00Z');
const hours = (n: number) => new Date(monday.getTime() + n * 3_600_000);

describe('the weekly word', () => {
  test('comes once, however often it is sent and by however many workers', async () => {
    await wanted('instructor');
    const runs = [1, 1, 1].map((n) => sendDueDigests(kith.database.db, send, hours(n)));
    expect((await Promise.all(runs)).reduce((sum, one) => sum + one)).toBe(1);
    for (const n of [2, 3, 20]) expect(await sendDueDigests(kith.database.db, send, hours(n))).toBe(0);
    expect(server.taken).toHaveLength(1);
    expect(server.taken[0]!.to).toEqual([addressOf(kith.staff.instructor.name)]);
    expect(await sendDueDigests(kith.database.db, send, hours(7 * 24))).toBe(1);
  });

  test('comes in the language its reader has chosen', async () => {
    await wanted('instructor');
    await kith.ask('instructor', 'POST', '/api/v1/settings/language', { language: 'de' });
    expect(await sendDueDigests(kith.database.db, send, hours(1))).toBe(1);
    await kith.ask('instructor', 'POST', '/api/v1/settings/language', { language: null });
    expect(server.taken[0]!.message).toContain('In dieser Mail wird niemand genannt');
  });

  test('comes at the hour of its reader, not before, and not a day late', async () => {
    await wanted('instructor');
    expect(await sendDueDigests(kith.database.db, send, hours(-1))).toBe(0);
    await wanted('instructor', { timezone: 'Asia/Tokyo' });
    expect(await sendDueDigests(kith.database.db, send, hours(0))).toBe(1);
    await kith.database.owner.deleteFrom('care.digest').execute();
    expect(await sendDueDigests(kith.database.db, send, hours(15))).toBe(0);
  });

  test('names nobody, no course and nothing that stands for a person', async () => {
    await wanted('instructor');
    await sendDueDigests(kith.database.db, send, hours(1));
    const [, ...body] = server.taken[0]!.message.split('\r\n\r\n');
    const text = body.join('\n');
    expect(text).toContain('to reach out to');
    expect(text).toContain('https://kith.example.edu/monday');
    for (const { name } of [...kith.own.learners, ...Object.values(kith.staff)]) expect(text).not.toContain(name);
    expect(text).not.toMatch(/Poetry|@|u\d/);
    // Every number is a small count: no id, no score, no address with one.
    expect([...text.matchAll(/\d+/g)].map(([number]) => Number(number)).filter((number) => number > 20)).toEqual([]);
    expect((await kith.ask('nobody', 'GET', '/api/v1/monday')).statusCode).toBe(401);
  });

  test('is not sent to whom it says nothing, or who does not want it', async () => {
    await wanted('lead');
    await wanted('assistant', { wanted: false });
    expect(await sendDueDigests(kith.database.db, send, hours(1))).toBe(0);
    expect(server.taken).toEqual([]);
  });

  test('switched on after its hour waits for the next week', async () => {
    await kith.ask('instructor', 'POST', '/api/v1/digest', setting);
    await kith.database.owner
      .updateTable('care.digestSetting')
      .set({ changedAt: hours(1) })
      .execute();
    expect(await sendDueDigests(kith.database.db, send, hours(2))).toBe(0);
    expect(await sendDueDigests(kith.database.db, send, hours(7 * 24))).toBe(1);
  });

  test('refused by the mail server is tried again, and the others have theirs', async () => {
    await wanted('instructor');
    await wanted('assistant');
    let down = true;
    const sometimes: SendDigest = (reader, to) => {
      if (down && reader.personId === kith.staff.instructor.personId) return send(reader, `refused.${to}`);
      return send(reader, to);
    };
    await expect(sendDueDigests(kith.database.db, sometimes, hours(1))).rejects.toThrow('was not sent');
    expect(server.taken.map(({ to }) => to[0])).toEqual([addressOf(kith.staff.assistant.name)]);
    down = false;
    expect(await sendDueDigests(kith.database.db, sometimes, hours(2))).toBe(1);
  });

  test('whoever lost the course gets no count of it', async () => {
    await wanted('stranger');
    await kith.database.owner
      .deleteFrom('ops.courseAccess')
      .where('personId', '=', kith.staff.stranger.personId)
      .execute();
    expect(await sendDueDigests(kith.database.db, send, hours(1))).toBe(0);
  });
});

describe('the setting', () => {
  test('is off until somebody says otherwise, and shows what the word would say', async () => {
    const answer = (await kith.ask('instructor', 'GET', '/api/v1/digest')).json<{ preview: { text: string } }>();
    expect(answer).toMatchObject({
      setting: { wanted: false, weekday: 1, hour: 8 },
      way: 'no_server',
      lastSentAt: null,
    });
    expect(answer.preview.text).toContain('to reach out to');
  });

  test('takes no zone that is none, and no hour after the last', async () => {
    for (const but of [{ timezone: 'Mars/Olympus' }, { timezone: '+05:30' }, { hour: 24 }, { weekday: 0 }])
      expect((await kith.ask('instructor', 'POST', '/api/v1/digest', { ...setting, ...but })).statusCode).toBe(400);
  });
});
