import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { Client, DatabaseError, escapeLiteral } from 'pg';

import { roles, type Environment, type Role } from './environment.ts';

/** Any number; commands that make the logins at once wait for each other. */
const makingLogins = 7_151_404;

/** The database name of a login. */
export const loginName = (role: Role): `kith_${Role}` => `kith_${role}`;

/** Kith's logins on one server, ready to be used on any of its databases. */
export interface Logins {
  readonly url: (role: Role, database: string) => string;
}

/**
 * Makes the four logins every process but a migration uses. They belong to the whole server, so they are made once and
 * never dropped; none is superuser, none passes row-level security. Their passwords are those of the KITH_<ROLE>_URL
 * variables, else random ones kept in `<dir>/logins.json` (mode 600). A login that exists but whose password this
 * folder does not know gets a new one, which locks out another Kith folder using the same server.
 *
 * @param ownerUrl a login that may create roles
 */
export async function makeLogins(
  ownerUrl: string,
  { dir, loginUrls }: Pick<Environment, 'dir' | 'loginUrls'>,
): Promise<Logins> {
  const client = new Client({ connectionString: ownerUrl, application_name: 'kith logins' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [makingLogins]);
    const kept = await readPasswords(dir);
    const passwords = { ...kept };
    for (const role of roles) passwords[role] = await makeLogin(client, role, loginUrls[role], kept[role]);
    if (roles.some((role) => passwords[role] !== kept[role])) await keepPasswords(dir, passwords);
    return loginsWith(ownerUrl, passwords, loginUrls);
  } finally {
    await client.end();
  }
}

type Passwords = Partial<Record<Role, string | undefined>>;

function loginsWith(ownerUrl: string, passwords: Passwords, loginUrls: Environment['loginUrls']): Logins {
  return {
    url(role, database) {
      const url = new URL(loginUrls[role] ?? ownerUrl);
      if (!loginUrls[role]) [url.username, url.password] = [loginName(role), passwords[role] ?? ''];
      url.pathname = `/${encodeURIComponent(database)}`;
      return url.href;
    },
  };
}

/** Returns the password to keep: undefined where somebody else keeps it. */
async function makeLogin(
  client: Client,
  role: Role,
  url: string | undefined,
  kept: string | undefined,
): Promise<string | undefined> {
  const name = loginName(role);
  const given = url === undefined ? undefined : decodeURIComponent(new URL(url).password);
  const password = given ?? kept ?? randomBytes(24).toString('base64url');
  const secret = escapeLiteral(password);
  const { rows } = await client.query('select from pg_roles where rolname = $1', [name]);
  if (rows.length === 0) {
    const rights = 'login nosuperuser nocreatedb nocreaterole nobypassrls noreplication';
    await client.query(`create role ${name} ${rights} password ${secret}`).catch(unlessPresent);
  } else if (given === undefined && kept === undefined) {
    await client.query(`alter role ${name} password ${secret}`);
  }
  return given === undefined ? password : kept;
}

/** Another database's command may have made it this instant: advisory locks end at the database, roles do not. */
function unlessPresent(error: unknown): void {
  if (error instanceof DatabaseError && (error.code === '42710' || error.code === '23505')) return;
  throw error;
}

const fileOf = (dir: string) => path.join(dir, 'logins.json');

async function readPasswords(dir: string): Promise<Passwords> {
  const text = await readFile(fileOf(dir), 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '{}';
    throw error;
  });
  return JSON.parse(text) as Passwords;
}

async function keepPasswords(dir: string, passwords: Passwords): Promise<void> {
  await mkdir(dir, { recursive: true });
  const half = `${fileOf(dir)}.${process.pid}`;
  await writeFile(half, `${JSON.stringify(passwords, null, 2)}\n`, { mode: 0o600 });
  await rename(half, fileOf(dir));
}
