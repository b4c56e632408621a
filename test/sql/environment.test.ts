import path from 'node:path';

import { readEnvironment } from '@kith/sql/environment.ts';
import { inPlainWords } from '@kith/sql/trouble.ts';
import { expect, test } from 'vitest';

const url = 'postgres://owner:secret@db.example:5432/kith';

test('without anything set, the embedded Postgres in .kith', () => {
  expect(readEnvironment({ DATABASE_URL: '', KITH_DIR: '' })).toEqual({
    dir: path.resolve('.kith'),
    databaseUrl: undefined,
    inbox: undefined,
    outbox: undefined,
    loginUrls: {},
  });
});

test('what is set is taken', () => {
  expect(
    readEnvironment({
      DATABASE_URL: url,
      KITH_DIR: '/srv/kith',
      KITH_INBOX: '/srv/in',
      KITH_OUTBOX: '/srv/out',
      KITH_APP_URL: url,
    }),
  ).toEqual({
    dir: '/srv/kith',
    inbox: '/srv/in',
    outbox: '/srv/out',
    databaseUrl: url,
    loginUrls: { app: url },
  });
});

test.each(['kith', 'mysql://a:b@host/kith', 'postgres://host/kith', 'secret words'])(
  '%j is refused by name, without its value',
  (value) => {
    expect(() => readEnvironment({ KITH_JOBS_URL: value })).toThrow(
      'KITH_JOBS_URL is not a Postgres URL. It should look like postgres://user:password@host:5432/database',
    );
  },
);

test('a refusal of the database names the server and the next step, and no password', () => {
  const refused = Object.assign(new AggregateError([], ''), { code: 'ECONNREFUSED' });
  const { message } = inPlainWords(refused, url) as Error;
  expect(message).toBe(
    'The database cannot be used (owner at db.example:5432/kith): ECONNREFUSED. ' +
      'Nothing answers there. Start the database, or check the host and port in DATABASE_URL.',
  );
  const other = new Error('a mistake of our own');
  expect(inPlainWords(other, url)).toBe(other);
});
