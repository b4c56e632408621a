import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';

import { Kysely, PostgresDialect } from 'kysely';
import { generate, PostgresDialect as PostgresTypes } from 'kysely-codegen';
import { format, resolveConfig } from 'prettier';

import { openPool } from './connect.ts';
import { administer, createDatabase, dropDatabase, withDatabase } from './databases.ts';
import { readEnvironment } from './environment.ts';
import { makeLogins } from './logins.ts';
import { migrate } from './migrate.ts';
import { openServer } from './server.ts';

const file = path.join(import.meta.dirname, 'database.ts');

/**
 * The TypeScript text that describes the tables of a migrated database: camelCase columns, and values as the parsers of
 * value-parsers.ts hand them out. Tables of `stage` come and go with each load and are left out.
 */
export async function typesOf(url: string): Promise<string> {
  // No CamelCasePlugin here: the generator reads the catalogue and turns the names itself.
  const db = new Kysely<never>({
    dialect: new PostgresDialect({ pool: openPool(url, { max: 1, name: 'kith types' }) }),
  });
  try {
    const text = await generate({
      db,
      // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- it implements that class
      dialect: new PostgresTypes({ dateParser: 'string', numericParser: 'string' }),
      camelCase: true,
      excludePattern: 'stage.*',
      typeMapping: { int8: 'number' },
      outFile: null,
    });
    return await format(text, { ...(await resolveConfig(file)), parser: 'typescript' });
  } finally {
    await db.destroy();
  }
}

/** `npm run types`: migrates a database of its own, writes database.ts from it, and removes it again. */
async function main(): Promise<void> {
  const environment = readEnvironment();
  const server = await openServer(environment);
  const scratch = `kith_types_${randomBytes(4).toString('hex')}`;
  try {
    await makeLogins(server.url, environment);
    await administer(server.url, (client) => createDatabase(client, scratch));
    await migrate(withDatabase(server.url, scratch));
    await writeFile(file, await typesOf(withDatabase(server.url, scratch)));
  } finally {
    await administer(server.url, (client) => dropDatabase(client, scratch));
    await server.close();
  }
}

if (import.meta.main) await main();
