import { createHash, randomBytes } from 'node:crypto';

import { buildApp, type App } from '@kith/api/app.ts';
import { connect, type Db } from '@kith/sql/connect.ts';
import type { InjectOptions, RouteOptions } from 'fastify';

import { freshDatabase, type FreshDatabase } from './database.ts';
import { university, type StaffRole, type University } from './university.ts';

/** The test university with its API, and everybody signed in. */
export interface OpenUniversity extends University {
  readonly database: FreshDatabase;
  /** Signed in as the app. */
  readonly appDb: Db;
  readonly app: App;
  /** `GET /api/v1/courses` … of every route there is. */
  readonly routes: readonly string[];
  /** Asks as somebody; "nobody" is signed out. Writes carry the header that Kith's own pages send. */
  ask(
    who: StaffRole | 'nobody',
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    url: string,
    body?: object,
  ): ReturnType<typeof inject>;
  readonly close: () => Promise<void>;
}

const inject = (app: App, options: InjectOptions) => app.inject(options);

export async function openUniversity(where: Promise<FreshDatabase> = freshDatabase()): Promise<OpenUniversity> {
  const database = await where;
  const made = await university(database.db);
  const appDb = connect(database.urls.app, { max: 4, name: 'kith test app', prepared: true });
  const routes: string[] = [];
  const onRoute = ({ method, url }: RouteOptions) => {
    for (const one of [method].flat()) if (one !== 'HEAD') routes.push(`${one} ${url}`);
  };
  const app = await buildApp({ db: appDb, onRoute });
  await app.ready();
  const cookies = new Map<string, string>();
  for (const [role, { personId }] of Object.entries(made.staff)) {
    cookies.set(role, await plantSession(database.db, made.institutionId, personId));
  }
  return {
    ...made,
    database,
    appDb,
    app,
    routes,
    ask(who, method, url, body) {
      const cookie = cookies.get(who);
      // From a network address of their own: wrong passwords of one are not held against another.
      const headers = {
        'x-forwarded-for': `10.0.1.${String([...cookies.keys()].indexOf(who) + 1)}`,
        ...(cookie && { cookie: `kith_session=${cookie}` }),
        ...(method !== 'GET' && { 'x-kith': '1' }),
      };
      return inject(app, { method, url, headers, ...(body && { payload: body }) });
    },
    async close() {
      await app.close();
      await appDb.destroy();
      await database.drop();
    },
  };
}

/** A session as a sign-in leaves it; its cookie's value. */
export async function plantSession(db: Db, institutionId: number, personId: number): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const now = new Date();
  await db
    .insertInto('ops.webSession')
    .values({
      institutionId,
      tokenHash: sha256(sha256(token)),
      personId,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + 3_600_000),
    })
    .execute();
  return token;
}

export const sha256 = (bytes: string | Buffer): Buffer => createHash('sha256').update(bytes).digest();
