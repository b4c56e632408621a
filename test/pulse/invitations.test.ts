import { openMailer, type Mailer } from '@kith/api/mail/mailer.ts';
import { sendInvitation } from '@kith/api/pulse/send.ts';
import { sendInvitations, type SendInvitation } from '@kith/etl/pulse/send-invitations.ts';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';

import { mailServer } from '../support/mail-server.ts';
import { addressOf } from '../support/university-facts.ts';
import { openPulses, type OpenPulses } from './open-round.ts';

let kith: OpenPulses;
let server: Awaited<ReturnType<typeof mailServer>>;
let mailer: Mailer;
let send: SendInvitation;
beforeAll(async () => {
  kith = await openPulses();
  server = await mailServer();
  mailer = openMailer({ url: server.url, from: 'kith@example.edu' });
  send = (invitation, to) =>
    sendInvitation({ mailer, secretKey: kith.key, address: 'https://kith.example.edu' }, invitation, to);
});
afterAll(async () => {
  mailer.close();
  await server.stop();
  await kith.close();
});
afterEach(async () => {
  await kith.end();
  await sql`delete from core.opted_out`.execute(kith.database.owner);
  server.taken.length = 0;
});

/** Opened with invitations by mail. */
async function openByMail(): Promise<void> {
  await kith.open();
  await sql`update care.pulse_invitation set mailed = false`.execute(kith.database.owner);
}

test('each learner is written to once, however many workers there are, with a link that answers', async () => {
  await openByMail();
  const runs = await Promise.all([1, 2, 3].map(() => sendInvitations(kith.database.db, send)));
  expect(runs.reduce((sum, one) => sum + one)).toBe(13);
  expect(await sendInvitations(kith.database.db, send)).toBe(0);
  const to = server.taken.flatMap((mail) => mail.to).sort();
  expect(to).toEqual(kith.learners.map(({ name }) => addressOf(name)).sort());
  const text = server.taken[0]!.message.replaceAll('=\r\n', '');
  const link = /kith\.example\.edu\/pulse\/([\w-]+)/.exec(text)?.[1];
  expect((await kith.ask(null, 'GET', `/pulse/${link!}`)).body).toMatchObject({ course: 'Poetry', state: 'open' });
});

test('the mail names nobody and says nothing about how anybody does', async () => {
  await openByMail();
  await sendInvitations(kith.database.db, send);
  for (const { message } of server.taken) {
    const [, ...body] = message.split('\r\n\r\n');
    expect(body.join('')).toContain('Nobody will know what you answered');
    for (const { name } of kith.learners) expect(body.join('')).not.toContain(name);
    expect(body.join('')).not.toMatch(/isolat|at risk|unconnected|score/i);
  }
});

test('what the server refuses is tried again, and the others have theirs', async () => {
  await openByMail();
  const first = kith.learners[0]!;
  const sometimes: SendInvitation = (invitation, to) =>
    send(invitation, invitation.personId === first.personId ? `refused.${to}` : to);
  await expect(sendInvitations(kith.database.db, sometimes)).rejects.toThrow('was not sent');
  expect(server.taken).toHaveLength(12);
  expect(await sendInvitations(kith.database.db, send)).toBe(1);
});

test('whoever opted out since it opened is not written to; nor is anybody after it closed', async () => {
  await openByMail();
  const { personId } = kith.learners[2]!;
  await sql`insert into core.opted_out values (${kith.institutionId}, ${personId}, ${kith.courseId})`.execute(
    kith.database.owner,
  );
  expect(await sendInvitations(kith.database.db, send)).toBe(12);
  await sql`update care.pulse_invitation set mailed = false`.execute(kith.database.owner);
  await sql`update care.pulse_round set closes_at = now() where closed_at is null`.execute(kith.database.owner);
  expect(await sendInvitations(kith.database.db, send)).toBe(0);
});
