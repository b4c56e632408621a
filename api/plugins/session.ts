import { createHash, randomBytes } from 'node:crypto';
import cookie from '@fastify/cookie';
import type { FastifyRequest } from 'fastify';
import plugin from 'fastify-plugin';
import { within, reading, type Db, type ReadDb } from '@kith/sql/connect.ts';
import { logView, type View } from '../queries/access-log.ts';
import { endSession, openSession } from '../queries/sessions.ts';
import { readerOf, settingsOf, type Reader } from '../reader.ts';
import { ProblemError } from '../problem.ts';

export const sessionCookie = 'kith_session';
/** Absolute life of a session. */
const lifetimeHours = 12;

declare module 'fastify' {
  interface FastifyInstance {
    readonly db: Db;
  }
  interface FastifyRequest {
    /** The signed-in person; null: nobody. */
    reader: Reader | null;
    /** Runs reads as the signed-in person: one read-only transaction, bound by row-level security. */
    read<T>(work: (db: ReadDb, reader: Reader) => Promise<T>): Promise<T>;
    /** Runs a write as the signed-in person. */
    write<T>(work: (db: Db, reader: Reader) => Promise<T>): Promise<T>;
    /** Adds one row to the access log. Call it before the answer is sent. */
    logView(view: View): Promise<void>;
  }
}

/** Who is asking: the cookie becomes a reader, once a request, looked up by the database itself. */
export const session = plugin<{ db: Db }>(
  async (app, { db }) => {
    await app.register(cookie);
    app.decorate('db', db);
    app.decorateRequest('reader', null);
    app.decorateRequest('read', function read<
      T,
    >(this: FastifyRequest, work: (db: ReadDb, reader: Reader) => Promise<T>) {
      const reader = signedIn(this);
      return reading(db, settingsOf(reader), (tx) => work(tx, reader));
    });
    app.decorateRequest('write', function write<T>(this: FastifyRequest, work: (db: Db, reader: Reader) => Promise<T>) {
      const reader = signedIn(this);
      return within(db, settingsOf(reader), (tx) => work(tx, reader));
    });
    app.decorateRequest('logView', function log(this: FastifyRequest, view: View) {
      const reader = signedIn(this);
      return within(db, settingsOf(reader), (tx) => logView(tx, reader, view));
    });
    app.addHook('onRequest', async (request) => {
      const token = request.cookies[sessionCookie];
      request.reader = token === undefined ? null : ((await readerOf(db, Buffer.from(token, 'base64url'))) ?? null);
    });
  },
  { name: 'session', fastify: '5.x' },
);

/** Turns a one-time link into a session; undefined where the link is unknown, used or over. */
export async function signInWith(db: Db, token: string): Promise<string | undefined> {
  const fresh = randomBytes(32);
  const opened = await openSession(db, createHash('sha256').update(token).digest(), fresh, lifetimeHours);
  return opened ? fresh.toString('base64url') : undefined;
}

export const signOutOf = (db: Db, cookieValue: string): Promise<void> =>
  endSession(db, Buffer.from(cookieValue, 'base64url'));

/** Same-site Lax: a link from a mail opens the page signed in; a form of another site does not. */
export const cookieOptions = (secure: boolean) =>
  ({ path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: lifetimeHours * 3600 }) as const;

function signedIn({ reader }: FastifyRequest): Reader {
  if (reader === null) throw new ProblemError(401, 'Not signed in', 'Sign in to see this.', 'Open your sign-in link.');
  return reader;
}
