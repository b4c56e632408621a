import { writeFile } from 'node:fs/promises';
import path from 'node:path';

import { Kysely, PostgresDialect } from 'kysely';
import { generate, PostgresDialect as PostgresTypes } from 'kysely-codegen';
import { format, resolveConfig } from 'prettier';

import { openPool } from './connect.ts';
import { inScratchDatabase } from './scratch-database.ts';

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

/** `npm run types`: writes database.ts from a database that is migrated for it. */
async function main(): Promise<void> {
  await writeFile(file, await inScratchDatabase(typesOf));
}

if (import.meta.main) await main();
