import { randomBytes } from 'node:crypto';

import { administer, createDatabase, dropDatabase, withDatabase } from './databases.ts';
import { readEnvironment } from './environment.ts';
import { makeLogins } from './logins.ts';
import { migrate } from './migrate.ts';
import { openServer } from './server.ts';

/** Migrates a database of its own on the server at hand, hands out the owner's URL of it, and removes it again. */
export async function inScratchDatabase<T>(work: (url: string) => Promise<T>): Promise<T> {
  const environment = readEnvironment();
  const server = await openServer(environment);
  const name = `kith_scratch_${randomBytes(4).toString('hex')}`;
  const url = withDatabase(server.url, name);
  try {
    await makeLogins(server.url, environment);
    await administer(server.url, (client) => createDatabase(client, name));
    await migrate(url);
    return await work(url);
  } finally {
    await administer(server.url, (client) => dropDatabase(client, name));
    await server.close();
  }
}
