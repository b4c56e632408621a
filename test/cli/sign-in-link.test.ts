import { createHash, randomBytes } from 'node:crypto';

import { makeLink } from '@kith/etl/identity/sign-in-link.ts';
import { addUser } from '@kith/etl/identity/people.ts';
import { makeInstitution } from '@kith/etl/organisation/institutions.ts';
import { connect, type Db } from '@kith/sql/connect.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { freshDatabase, type FreshDatabase } from '../support/database.ts';

let database: FreshDatabase;
let app: Db;
let who: { institutionId: number; personId: number };

beforeAll(async () => {
  database = await freshDatabase();
  app = connect(database.urls.app, { max: 1 });
  const institution = { key: 'u', title: 'U', timezone: 'UTC' };
  const { institutionId } = await makeInstitution(database.db, institution);
  const { personId } = await addUser(database.db, institutionId, { name: 'Ana', email: 'ana@u.example' });
  who = { institutionId, personId };
});
afterAll(async () => {
  await app.destroy();
  await database.drop();
});

/** As the app does it: SHA-256 of the token's text goes to the database. */
async function use(token: string): Promise<boolean> {
  const hash = createHash('sha256').update(token).digest();
  const session = randomBytes(32);
  const { rows } = await sql<{ opened: boolean }>`
    select ops.use_sign_in_link(${hash}, ${session}, interval '1 hour') as opened`.execute(app);
  return rows[0]?.opened ?? false;
}

test('a link signs in once', async () => {
  const token = await makeLink(database.db, { ...who, hours: 1 });
  expect(token).toMatch(/^[\w-]{43}$/);
  expect([await use(token), await use(token)]).toEqual([true, false]);
});

test('a reusable link signs in until it expires', async () => {
  const token = await makeLink(database.db, { ...who, hours: 1, reusable: true });
  expect([await use(token), await use(token)]).toEqual([true, true]);
  const over = await makeLink(database.db, { ...who, hours: -1, reusable: true });
  expect(await use(over)).toBe(false);
});

test('neither the token nor what the app sends for it is stored', async () => {
  const token = await makeLink(database.db, { ...who, hours: 1 });
  const sent = createHash('sha256').update(token).digest();
  const rows = await database.db.selectFrom('ops.signInLink').select('tokenHash').execute();
  expect(rows.some(({ tokenHash }) => tokenHash.equals(sent) || tokenHash.includes(token))).toBe(false);
  expect(await use('A'.repeat(43))).toBe(false);
});
