import { administer, withDatabase } from './databases.ts';
import { startEmbedded } from './embedded.ts';
import type { Environment } from './environment.ts';
import { inPlainWords } from './trouble.ts';

/** A running Postgres server: the embedded one, held open until `close`, or that of DATABASE_URL. */
export interface Server {
  /** The owner's URL of a database that exists for certain, to make others and logins from. */
  readonly url: string;
  /** The database Kith uses unless it is told another. */
  readonly database: string;
  readonly close: () => Promise<void>;
}

/** The oldest Postgres that Kith runs on. */
const oldest = 15;

/**
 * Opens the server, and makes sure that it answers.
 *
 * @throws Error that says why not and what to do
 */
export async function openServer({ databaseUrl, dir }: Pick<Environment, 'databaseUrl' | 'dir'>): Promise<Server> {
  if (databaseUrl === undefined) {
    const { url, stop } = await startEmbedded(dir);
    return { url, database: 'kith', close: stop };
  }
  const database = decodeURIComponent(new URL(databaseUrl).pathname.slice(1)) || 'kith';
  const url = await reach(databaseUrl);
  return { url, database, close: () => Promise.resolve() };
}

/** The URL itself, or, where its database is still to be made, that of the maintenance database. */
async function reach(url: string): Promise<string> {
  try {
    await refuseOldVersion(url);
    return url;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === '3D000')) throw inPlainWords(error, url);
  }
  const maintenance = withDatabase(url, 'postgres');
  await refuseOldVersion(maintenance).catch((error: unknown) => {
    throw inPlainWords(error, maintenance);
  });
  return maintenance;
}

async function refuseOldVersion(url: string): Promise<void> {
  const [server] = await administer(url, async (client) => {
    const sql = `select current_setting('server_version_num')::int / 10000 as major, current_setting('server_version') as version`;
    return (await client.query<{ major: number; version: string }>(sql)).rows;
  });
  if (server && server.major >= oldest) return;
  throw new Error(
    `The database is Postgres ${server?.version}, and Kith needs ${oldest} or newer. Upgrade it, or unset DATABASE_URL to use the one Kith brings.`,
  );
}
