import path from 'node:path';

/** The logins of every process that is not a migration; see docs/adr/0002. */
export const roles = ['etl', 'app', 'research', 'jobs'] as const;
export type Role = (typeof roles)[number];

/** What the surroundings say, checked once at the start and handed on as values. */
export interface Environment {
  /** Kith's private folder: secrets, and the embedded cluster. Absolute. */
  readonly dir: string;
  /** The owner's URL of a Postgres 15 or newer; undefined for the embedded one. */
  readonly databaseUrl: string | undefined;
  /** Where watched folders lie, one folder an institution below it. Absolute; undefined: there are none. */
  readonly inbox: string | undefined;
  /** Where scheduled reports are laid, one folder an institution below it. Absolute; undefined: they are not. */
  readonly outbox: string | undefined;
  /** Logins that somebody else manages; the others are Kith's own. */
  readonly loginUrls: Readonly<Partial<Record<Role, string>>>;
}

/**
 * Reads DATABASE_URL, KITH_DIR, KITH_INBOX, KITH_OUTBOX and KITH_ETL_URL, KITH_APP_URL, KITH_RESEARCH_URL, KITH_JOBS_URL.
 *
 * @throws Error that names the variable and shows what it should look like; never its value, which holds a password
 */
export function readEnvironment(env: NodeJS.ProcessEnv = process.env): Environment {
  const found = roles.map((role) => [role, postgresUrl(env, `KITH_${role.toUpperCase()}_URL`)] as const);
  const inbox = given(env, 'KITH_INBOX');
  const outbox = given(env, 'KITH_OUTBOX');
  return {
    outbox: outbox === undefined ? undefined : path.resolve(outbox),
    inbox: inbox === undefined ? undefined : path.resolve(inbox),
    dir: path.resolve(given(env, 'KITH_DIR') ?? '.kith'),
    databaseUrl: postgresUrl(env, 'DATABASE_URL'),
    loginUrls: Object.fromEntries(found.filter(([, url]) => url !== undefined)),
  };
}

function postgresUrl(env: NodeJS.ProcessEnv, name: string): string | undefined {
  const value = given(env, name);
  if (value === undefined) return undefined;
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (url && /^postgres(ql)?:$/.test(url.protocol) && url.hostname && url.username) return value;
  throw new Error(`${name} is not a Postgres URL. It should look like postgres://user:password@host:5432/database`);
}

/** Unset and empty are one: an empty line in an env file means "not this". */
function given(env: NodeJS.ProcessEnv, name: string): string | undefined {
  return env[name] === '' ? undefined : env[name];
}
