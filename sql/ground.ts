import { admitLogins, administer, createDatabase, withDatabase } from './databases.ts';
import { startEmbedded } from './embedded.ts';
import { readEnvironment, type Environment, type Role } from './environment.ts';
import { makeLogins } from './logins.ts';
import { migrate } from './migrate.ts';

/** A migrated database and the ways into it, held open until `close`. */
export interface Ground {
  readonly database: string;
  /** The owner's URL of a database that always exists, to make and remove others from. */
  readonly serverUrl: string;
  /** The URL of a login. `owner` changes tables and is for migrations; every other work has a login of its own. */
  url(role: Role | 'owner'): string;
  /** Lets go. The embedded server stops with the last command that uses it; any other server is left alone. */
  close(): Promise<void>;
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
 */
export async function openGround({ database, environment = readEnvironment() }: GroundOptions = {}): Promise<Ground> {
  const server = await serverOf(environment);
  try {
    const name = database ?? server.database;
    const owner = withDatabase(server.url, name);
    const logins = await administer(server.url, async (client) => {
      await createDatabase(client, name);
      const made = await makeLogins(server.url, environment);
      await admitLogins(client, name);
      return made;
    });
    await migrate(owner);
    return {
      database: name,
      serverUrl: server.url,
      url: (role) => (role === 'owner' ? owner : logins.url(role, name)),
      close: server.close,
    };
  } catch (error) {
    await server.close();
    throw error;
  }
}

interface Server {
  /** A URL that exists for certain, to make databases and logins from. */
  readonly url: string;
  readonly database: string;
  close(): Promise<void>;
}

async function serverOf({ databaseUrl, dir }: Environment): Promise<Server> {
  if (databaseUrl === undefined) {
    const { url, stop } = await startEmbedded(dir);
    return { url, database: 'kith', close: stop };
  }
  const database = decodeURIComponent(new URL(databaseUrl).pathname.slice(1)) || 'kith';
  return { url: databaseUrl, database, close: () => Promise.resolve() };
}
