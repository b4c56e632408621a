import cookie from '@fastify/cookie';
import type { FastifyRequest } from 'fastify';
import plugin from 'fastify-plugin';
import type { SecretKey } from '@kith/sql/secret-key.ts';
import { within, reading, type Db, type ReadDb } from '@kith/sql/connect.ts';
import { logView, type View } from '../queries/access-log.ts';
import { keepSession } from '../queries/sessions.ts';
import { readerOf, settingsOf, type Reader } from '../reader.ts';
import { ProblemError } from '../problem.ts';
import { bearerOf, readerOfToken } from '../sign-in/bearer.ts';
import { giveSession, sessionToken } from '../sign-in/cookie.ts';
import { freshToken, keyOf } from '../sign-in/token.ts';

declare module 'fastify' {
  interface FastifyInstance {
    readonly db: Db;
    readonly secretKey: SecretKey;
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
export const session = plugin<{ db: Db; secretKey: SecretKey }>(
  async (app, { db, secretKey }) => {
    await app.register(cookie);
    app.decorate('db', db);
    app.decorate('secretKey', secretKey);
    app.decorateRequest('reader', null);
    app.decorateRequest('read', function read<
      T,
    >(this: FastifyRequest, work: (db: ReadDb, reader: Reader) => Promise<T>) {
      const reader = signedIn(this);
      return reading(db, settingsOf(reader, courseOf(this)), (tx) => work(tx, reader));
    });
    app.decorateRequest('write', function write<T>(this: FastifyRequest, work: (db: Db, reader: Reader) => Promise<T>) {
      const reader = signedIn(this);
      return within(db, settingsOf(reader, courseOf(this)), (tx) => work(tx, reader));
    });
    app.decorateRequest('logView', function log(this: FastifyRequest, view: View) {
      const reader = signedIn(this);
      return within(db, settingsOf(reader), (tx) => logView(tx, reader, view));
    });
    app.addHook('onRequest', async (request, reply) => {
      const bearer = bearerOf(request);
      if (bearer !== undefined) {
        request.reader = (await readerOfToken(db, bearer)) ?? null;
        return;
      }
      const token = sessionToken(request);
      if (token === undefined) return;
      request.reader = (await readerOf(db, keyOf(token))) ?? null;
      if (request.reader?.toKeep !== true) return;
      const next = freshToken();
      if (await keepSession(db, keyOf(token), keyOf(next))) giveSession(reply, next);
    });
  },
  { name: 'session', fastify: '5.x' },
);

/** The course whose page this is; undefined: of no single course. */
function courseOf({ params }: FastifyRequest): number | undefined {
  const { courseId } = params as { readonly courseId?: number };
  return courseId;
}

function signedIn({ reader }: FastifyRequest): Reader {
  if (reader === null) throw new ProblemError(401, 'Not signed in', 'Sign in to see this.', 'Open your sign-in link.');
  return reader;
}
