import { admitLogins, administer, createDatabase, withDatabase } from './databases.ts';
import { readEnvironment, type Environment, type Role } from './environment.ts';
import { makeLogins } from './logins.ts';
import { migrate } from './migrate.ts';
import { readSecretKey, type SecretKey } from './secret-key.ts';
import { openServer } from './server.ts';
import { inPlainWords } from './trouble.ts';

/** A migrated database and the ways into it, held open until `close`. */
export interface Ground {
  readonly database: string;
  /** The URL of a login. `owner` changes tables and is for migrations; every other work has a login of its own. */
  readonly url: (role: Role | 'owner') => string;
  /** What encrypts secrets in the database; made at the first use. */
  readonly secretKey: () => Promise<SecretKey>;
  /** Lets go. The embedded server stops with the last command that uses it; any other server is left alone. */
  readonly close: () => Promise<void>;
}

export interface GroundOptions {
  /** Made when missing. Without it: the database of DATABASE_URL, else `kith`. */
  readonly database?: string;
  readonly environment?: Environment;
}

/**
 * The one door to the database, for every command: the embedded Postgres or the one of DATABASE_URL, with logins made
 * and tables migrated.
 *
 *     const ground = await openGround();
 *     const db = connect(ground.url('etl'));
 *
 * @throws Error that says why the database cannot be used, and the next step
 */
export async function openGround({ database, environment = readEnvironment() }: GroundOptions = {}): Promise<Ground> {
  const server = await openServer(environment);
  try {
    const name = database ?? server.database;
    const owner = withDatabase(server.url, name);
    await administer(server.url, (client) => createDatabase(client, name));
    const logins = await makeLogins(server.url, environment);
    await administer(owner, (client) => admitLogins(client, name));
    await migrate(owner);
    return {
      database: name,
      url: (role) => (role === 'owner' ? owner : logins.url(role, name)),
      secretKey: () => readSecretKey(environment.dir),
      close: server.close,
    };
  } catch (error) {
    await server.close();
    throw inPlainWords(error, server.url);
  }
}
