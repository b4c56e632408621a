import { sql } from 'kysely';
import { buildApp, type App } from '@kith/api/app.ts';
import { connect } from '@kith/sql/connect.ts';
import { makeLink } from '@kith/etl/identity/sign-in-link.ts';
import type { FreshDatabase } from './database.ts';

export interface Browser {
  readonly app: App;
  get(path: string): Promise<{ status: number; body: unknown }>;
  post(path: string, body: unknown): Promise<{ status: number; body: unknown }>;
  close(): Promise<void>;
}

/** The API under the app's own login, with somebody signed in by a real one-time link; null: nobody. */
export async function signedIn(database: FreshDatabase, name: string | null): Promise<Browser> {
  const db = connect(database.urls.app, { max: 4, name: 'kith test app' });
  const app = await buildApp({ db });
  const headers: Record<string, string> = { 'x-kith': '1' };
  if (name !== null) {
    const { rows } = await sql<{ institutionId: number; personId: number }>`
      select institution_id, person_id from identity.person where display_name = ${name}`.execute(database.db);
    const token = await makeLink(database.db, { ...rows[0]!, hours: 1 });
    const answer = await app.inject({ method: 'POST', url: '/api/v1/sign-in', headers, payload: { token } });
    headers.cookie = String(answer.headers['set-cookie']).split(';')[0]!;
  }
  const ask = async (method: 'GET' | 'POST', path: string, payload?: unknown) => {
    const answer = await app.inject({
      method,
      url: `/api/v1${path}`,
      headers,
      ...(payload === undefined ? {} : { payload: payload as object }),
    });
    return { status: answer.statusCode, body: answer.json<unknown>() };
  };
  return {
    app,
    get: (path) => ask('GET', path),
    post: (path, body) => ask('POST', path, body),
    async close() {
      await app.close();
      await db.destroy();
    },
  };
}
