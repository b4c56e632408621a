import { createHash } from 'node:crypto';

import { normalisedClaims } from '@kith/etl/identity/normalise.ts';
import { SourceSettings } from '@kith/etl/load/source.ts';
import { expect, test } from 'vitest';

const claims = (said: Parameters<typeof normalisedClaims>[0], settings: Record<string, unknown> = {}) =>
  normalisedClaims(said, { name: 'lms', settings: SourceSettings.parse(settings) }).map(
    ({ scheme, issuer, value, verified }) => [scheme, issuer, value, verified] as const,
  );
const email = (value: string, verified = true) => ({ scheme: 'email', value, verified }) as const;

test('an address is trimmed, composed and in lower case, and its hashes come along', () => {
  const found = claims([email(' Ana@X.edu ')]);
  expect(found[0]).toEqual(['email', '', 'ana@x.edu', true]);
  const hashes = ['mailto:ana@x.edu', 'mailto:Ana@X.edu'].map((text) => createHash('sha1').update(text).digest('hex'));
  expect(found.slice(1)).toEqual(hashes.map((value) => ['email_sha1', '', value, true]));
});

test('dots and plus signs are other mailboxes; alias domains are the same', () => {
  const settings = { emailDomains: { 'student.x.edu': 'x.edu' } };
  const found = claims([email('a.na+1@Student.X.edu')], settings);
  expect(found[0]).toEqual(['email', '', 'a.na+1@x.edu', true]);
});

test('an address nobody vouches for has no hash, and a shared one is nobody', () => {
  expect(claims([email('ana@x.edu', false)])).toEqual([['email', '', 'ana@x.edu', false]]);
  expect(claims([email('noreply@x.edu')])).toEqual([['email', '', 'noreply@x.edu', false]]);
  expect(claims([email('Lab3@x.edu')], { sharedEmails: ['lab3@X.edu'] })).toEqual([['email', '', 'lab3@x.edu', false]]);
});

test('a user principal name is an address only where the source says so', () => {
  const upn = { scheme: 'upn', value: 'Ana@x.edu', verified: false } as const;
  expect(claims([upn])).toEqual([['upn', '', 'ana@x.edu', false]]);
  expect(claims([upn], { upnIsEmail: true }).map(([scheme, , value]) => [scheme, value])).toContainEqual([
    'email',
    'ana@x.edu',
  ]);
});

test('an xAPI account is that of the source its home page stands for', () => {
  const account = { scheme: 'account', issuer: 'https://lms.x.edu', value: '41', verified: false } as const;
  const settings = { accountHomePages: { 'https://lms.x.edu': { source: 'moodle:main', name: 'id' } } };
  expect(claims([account], settings)).toEqual([
    ['account', 'https://lms.x.edu', '41', false],
    ['lms', 'moodle:main', '41', false],
  ]);
});

test('of two equal claims the verified one stands; ids that mean something in one source only carry its name', () => {
  expect(claims([{ scheme: 'username', value: 'ana', verified: false }])).toEqual([['username', 'lms', 'ana', false]]);
  expect(claims([email('a@x.edu', false), email('A@x.edu')])[0]).toEqual(['email', '', 'a@x.edu', true]);
});
