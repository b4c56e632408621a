import { startEmbedded } from './embedded.ts';
import type { Environment } from './environment.ts';

/** A running Postgres server: the embedded one, held open until `close`, or that of DATABASE_URL. */
export interface Server {
  /** The owner's URL of a database that exists for certain, to make others and logins from. */
  readonly url: string;
  /** The database Kith uses unless it is told another. */
  readonly database: string;
  close(): Promise<void>;
}

export async function openServer({ databaseUrl, dir }: Pick<Environment, 'databaseUrl' | 'dir'>): Promise<Server> {
  if (databaseUrl === undefined) {
    const { url, stop } = await startEmbedded(dir);
    return { url, database: 'kith', close: stop };
  }
  const database = decodeURIComponent(new URL(databaseUrl).pathname.slice(1)) || 'kith';
  return { url: databaseUrl, database, close: () => Promise.resolve() };
}
