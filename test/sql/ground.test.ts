import { chmod, readFile, stat } from 'node:fs/promises';
import path from 'node:path';

import { connect } from '@kith/sql/connect.ts';
import { administer, withDatabase } from '@kith/sql/databases.ts';
import { diagnose, type Finding } from '@kith/sql/doctor.ts';
import { startEmbedded, type Embedded } from '@kith/sql/embedded.ts';
import { roles, type Environment } from '@kith/sql/environment.ts';
import { openGround } from '@kith/sql/ground.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { temporaryFolder } from '../support/temporary-folder.ts';

/** A server of this file's own, because logins belong to a whole server and other tests use theirs. */
let temporary: Awaited<ReturnType<typeof temporaryFolder>>;
let embedded: Environment;
let outside: Environment;
let server: Embedded;

beforeAll(async () => {
  temporary = await temporaryFolder();
  embedded = {
    dir: path.join(temporary.folder, '.kith'),
    databaseUrl: undefined,
    inbox: undefined,
    outbox: undefined,
    loginUrls: {},
  };
  server = await startEmbedded(embedded.dir);
});
afterAll(async () => {
  await server.stop();
  await temporary.remove();
});

const whoAmI = async (url: string) => {
  const db = connect(url, { max: 1 });
  const { rows } = await sql<{ name: string; powerful: boolean }>`
    select rolname as name, rolsuper or rolbypassrls or rolcreaterole or rolcreatedb as powerful
    from pg_roles where rolname = current_user`.execute(db);
  await db.destroy();
  return rows[0];
};

describe('on the embedded Postgres', () => {
  test('three commands at once make one database, and each login works and has no power of its own', async () => {
    const grounds = await Promise.all([1, 2, 3].map(() => openGround({ environment: embedded })));
    for (const ground of grounds) {
      expect(ground.database).toBe('kith');
      for (const role of roles)
        expect(await whoAmI(ground.url(role))).toEqual({ name: `kith_${role}`, powerful: false });
    }
    await Promise.all(grounds.map((ground) => ground.close()));
  });

  test('the passwords are readable by their owner alone, and stay as they are', async () => {
    const file = path.join(embedded.dir, 'logins.json');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const before = await readFile(file, 'utf8');
    expect(Object.keys(JSON.parse(before) as object).sort()).toEqual(['app', 'etl', 'jobs', 'research']);
    await (await openGround({ environment: embedded, database: 'kith_demo' })).close();
    expect(await readFile(file, 'utf8')).toBe(before);
  });

  test('a server login that is not one of ours does not get in', async () => {
    await administer(server.url, (client) => client.query(`create role stranger login password 'x'`));
    const url = new URL(withDatabase(server.url, 'kith'));
    [url.username, url.password] = ['stranger', 'x'];
    await expect(administer(url.href, () => Promise.resolve())).rejects.toMatchObject({ code: '42501' });
  });

  test('a ground that fails half way lets go of the server', async () => {
    const before = await server.users();
    await expect(openGround({ environment: embedded, database: 'x'.repeat(70) + '\0' })).rejects.toThrow();
    await expect.poll(() => server.users()).toBe(before);
  });
});

describe('on the Postgres of DATABASE_URL', () => {
  beforeAll(async () => {
    // An owner as managed Postgres gives one: no superuser, but allowed to make databases and logins.
    await administer(server.url, async (client) => {
      for (const role of roles) await client.query(`drop owned by kith_${role}`);
      await client.query(`drop database kith with (force)`);
      await client.query(`drop database kith_demo with (force)`);
      for (const role of roles) await client.query(`drop role kith_${role}`);
      await client.query(`create role outside login createrole createdb password 'p@ss/word'`);
    });
    const url = new URL(withDatabase(server.url, 'community'));
    [url.username, url.password] = ['outside', encodeURIComponent('p@ss/word')];
    outside = {
      dir: path.join(temporary.folder, 'outside'),
      databaseUrl: url.href,
      inbox: undefined,
      outbox: undefined,
      loginUrls: {},
    };
  });

  test('an ordinary owner makes the database, the logins and the tables', async () => {
    const ground = await openGround({ environment: outside });
    expect(ground.database).toBe('community');
    for (const role of roles) expect(await whoAmI(ground.url(role))).toEqual({ name: `kith_${role}`, powerful: false });
    await ground.close();
    expect((await diagnose(outside)).filter(({ ok }) => !ok)).toEqual([]);
  });

  test('another folder on the same server sets new passwords and says so by working', async () => {
    const other = { ...outside, dir: path.join(temporary.folder, 'other') };
    const ground = await openGround({ environment: other });
    expect(await whoAmI(ground.url('etl'))).toMatchObject({ name: 'kith_etl' });
    await ground.close();
  });

  test('a login that somebody else manages is used as it is given', async () => {
    await administer(server.url, (client) => client.query(`alter role kith_app password 'given'`));
    const url = new URL(outside.databaseUrl ?? '');
    [url.username, url.password] = ['kith_app', 'given'];
    const ground = await openGround({ environment: { ...outside, loginUrls: { app: url.href } } });
    expect(ground.url('app')).toBe(url.href);
    expect(await whoAmI(ground.url('app'))).toMatchObject({ name: 'kith_app' });
    await ground.close();
  });

  test.each([
    ['a wrong password', (url: URL) => (url.password = 'wrong'), /outside at .*The password is not right\. Check it/],
    ['a closed port', (url: URL) => (url.port = '1'), /Nothing answers there\. Start the database/],
    [
      'no such host',
      (url: URL) => (url.hostname = 'nowhere.invalid'),
      /There is no host of that name\. Check DATABASE_URL|cannot be looked up/,
    ],
  ])('%s is said with the next step, and without the password', async (_, change, message) => {
    const url = new URL(outside.databaseUrl ?? '');
    change(url);
    const opening = openGround({ environment: { ...outside, databaseUrl: url.href } });
    await expect(opening).rejects.toThrow(message);
    await expect(opening).rejects.not.toThrow(/p%40ss|p@ss|wrong/);
  });
});

describe('doctor', () => {
  const trouble = async (environment: Environment) => (await diagnose(environment)).filter(({ ok }) => !ok);
  const sentences = (found: Finding[]) => found.map(({ what, fix }) => `${what} ${fix}`).join('\n');

  test('says what is wrong and what to do', async () => {
    await chmod(path.join(outside.dir, 'logins.json'), 0o644);
    expect(sentences(await trouble(outside))).toContain('chmod 600');
    expect(await trouble({ ...embedded, dir: path.join(temporary.folder, 'new') })).toEqual([
      {
        ok: false,
        what: 'The database "kith" does not exist yet.',
        fix: 'Run "kith init", or "kith demo" to look around.',
      },
    ]);
    const unreachable = { ...outside, databaseUrl: 'postgres://a:secret@127.0.0.1:1/kith' };
    expect(JSON.stringify(await diagnose(unreachable))).not.toContain('secret');
    expect(await trouble(unreachable)).toContainEqual(
      expect.objectContaining({ what: 'Kith has no database to work with.' }),
    );
  });

  test('notices logins that do not get in, and logins that may do anything', async () => {
    expect(sentences(await trouble(outside))).toContain('The login kith_jobs does not get in'); // the other folder's doing
    await administer(server.url, (client) => client.query('alter role kith_etl bypassrls'));
    const other = { ...outside, dir: path.join(temporary.folder, 'other') };
    expect(sentences(await trouble(other))).toContain('The login kith_etl may do anything. Run: alter role kith_etl');
  });
});
