import { buildApp, type App, type AppOptions } from '@kith/api/app.ts';
import { makeInstitution } from '@kith/etl/organisation/institutions.ts';
import { addReceiver, type ReceiverScope } from '@kith/etl/organisation/receivers.ts';
import { connect, type Db } from '@kith/sql/connect.ts';

import { freshDatabase, type FreshDatabase } from '../support/database.ts';

export type Json = Record<string, unknown>;

/** An answer of the receiver. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
  readonly json: Json;
}

/** What is asked with one credential. */
export interface Client {
  readonly authorization: string;
  ask(
    method: 'GET' | 'HEAD' | 'PUT' | 'POST' | 'DELETE',
    url: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Answer>;
  /** POST /xapi/statements. */
  post(body: unknown, headers?: Record<string, string>): Promise<Answer>;
  /** The statements of a GET with these parameters. */
  find(parameters?: Record<string, string>): Promise<Json[]>;
}

export interface Receiver {
  readonly database: FreshDatabase;
  readonly app: App;
  readonly appDb: Db;
  readonly institutionId: number;
  client(scopes?: readonly ReceiverScope[], source?: string): Promise<Client>;
  close(): Promise<void>;
}

/** The real app over a fresh database with one institution. */
export async function receiver(options: Partial<AppOptions> = {}): Promise<Receiver> {
  const database = await freshDatabase();
  const { institutionId } = await makeInstitution(database.db, { key: 'u', title: 'U', timezone: 'UTC' });
  const appDb = connect(database.urls.app, { max: 8, name: 'kith test app' });
  const app = await buildApp({ db: appDb, ...options });
  return {
    database,
    app,
    appDb,
    institutionId,
    async client(scopes = ['statements/write', 'statements/read'], source = 'lms') {
      const { key, secret } = await addReceiver(database.db, institutionId, { source, title: source, scopes });
      return clientOf(app, basic(key, secret));
    },
    async close() {
      await app.close();
      await appDb.destroy();
      await database.drop();
    },
  };
}

export const basic = (key: string, secret: string): string =>
  `Basic ${Buffer.from(`${key}:${secret}`).toString('base64')}`;

function clientOf(app: App, authorization: string): Client {
  const ask: Client['ask'] = async (method, url, body, headers = {}) => {
    const answer = await app.inject({
      method,
      url,
      headers: {
        authorization,
        'x-experience-api-version': '1.0.3',
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { payload: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const json = answer.body.startsWith('{') || answer.body.startsWith('[') ? answer.json<Json>() : {};
    return { status: answer.statusCode, headers: answer.headers, body: answer.body, json };
  };
  return {
    authorization,
    ask,
    post: (body, headers) => ask('POST', '/xapi/statements', body, headers),
    async find(parameters = {}) {
      const answer = await ask('GET', `/xapi/statements?${new URLSearchParams(parameters).toString()}`);
      if (answer.status !== 200) throw new Error(answer.body);
      return answer.json.statements as Json[];
    },
  };
}

let made = 0;

/** A statement that passes every rule; what is given takes the place of what is usual. */
export function statement(given: Json = {}): Json {
  made += 1;
  return {
    id: idOf(made),
    actor: { account: { homePage: 'https://lms.example', name: 'ana' } },
    verb: { id: 'http://adlnet.gov/expapi/verbs/experienced', display: { en: 'experienced', de: 'erlebte' } },
    object: { id: 'https://lms.example/page/1', definition: { name: { de: 'Seite', 'en-GB': 'Page' } } },
    timestamp: '2026-03-02T09:00:00.000Z',
    ...given,
  };
}

export const idOf = (no: number): string => `00000000-0000-4000-8000-${String(no).padStart(12, '0')}`;
