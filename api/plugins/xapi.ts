import rateLimit from '@fastify/rate-limit';
import type { FastifyRequest } from 'fastify';
import plugin from 'fastify-plugin';
import type { Db } from '@kith/sql/connect.ts';
import { ProblemError } from '../problem.ts';
import { senderOf, type Scope, type Sender } from '../queries/xapi/sender.ts';
import { consistentThrough } from '../queries/xapi/statements.ts';
import { credentialIn } from '../xapi/basic.ts';
import { tooOften } from './too-often.ts';
import { editionOf, latest, unknownVersion } from '../xapi/edition.ts';
import type { Edition } from '../xapi/rules/instants.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Whose credential the request carries; null: of a route that asks for none. */
    sender: Sender | null;
    edition: Edition;
    /** Set where the answer was read after that instant was; else it is found when the answer goes out. */
    consistentThrough: Date | null;
  }
  interface FastifyContextConfig {
    /** False: anybody may ask, in any version. */
    readonly sender?: false;
  }
}

/** How often one credential may ask, and how often one address may be wrong: a site sends much, a machine that guesses more. */
export interface Rates {
  readonly requestsPerMinute: number;
  readonly wrongPerMinute: number;
}

const usual: Rates = { requestsPerMinute: 6000, wrongPerMinute: 60 };

const next = 'Wait as long as Retry-After says; batches are faster.';

/** For how long an older instant is good enough for an answer that read nothing, in ms. */
const freshFor = 200;

/** Who sends, in which version, how often; and the headers that every answer of the receiver carries. */
export const xapiDoor = plugin<{ db: Db; rates?: Rates }>(
  async (app, { db, rates = usual }) => {
    await app.register(rateLimit, { global: false });
    const often = app.createRateLimit({
      max: rates.requestsPerMinute,
      timeWindow: '1 minute',
      keyGenerator: ({ sender }) => String(sender?.credentialId),
    });
    const wrong = app.createRateLimit({ max: rates.wrongPerMinute, timeWindow: '1 minute' });
    let known: { readonly at: Date; readonly read: number } | undefined;

    app.decorateRequest('sender', null);
    app.decorateRequest('edition', '1.0');
    app.decorateRequest('consistentThrough', null);
    app.addHook('onRequest', async (request, reply) => {
      const edition = editionOf(request.headers['x-experience-api-version']);
      request.edition = edition ?? '1.0';
      if (request.routeOptions.config.sender === false) return;
      const credential = credentialIn(request.headers.authorization);
      request.sender = (credential && (await senderOf(db, credential.key, credential.secret))) ?? null;
      if (request.sender === null) {
        tooOften(reply, await wrong(request), next);
        void reply.header('www-authenticate', 'Basic realm="Kith xAPI", charset="UTF-8"');
        throw new ProblemError(
          401,
          'Not known',
          'The credential is missing or wrong, or its time is over.',
          'kith receiver add makes one.',
        );
      }
      tooOften(reply, await often(request), next);
      if (edition === undefined) throw unknownVersion();
    });
    app.addHook('onSend', async (request, reply) => {
      void reply.header('x-experience-api-version', latest[request.edition]);
      if (request.consistentThrough === null && (known === undefined || Date.now() - known.read > freshFor)) {
        // Without a database there is an older instant, which stays true, or none.
        const at = await consistentThrough(db).catch(() => undefined);
        if (at !== undefined) known = { at, read: Date.now() };
      }
      const at = request.consistentThrough ?? known?.at;
      if (at !== undefined) void reply.header('x-experience-api-consistent-through', at.toISOString());
    });
  },
  { name: 'xapi-door', fastify: '5.x' },
);

/** The sender, where it may do that. */
export function senderWith({ sender }: FastifyRequest, ...scopes: readonly Scope[]): Sender {
  if (sender?.scopes.some((scope) => scopes.includes(scope)) === true) return sender;
  throw new ProblemError(
    403,
    'Not allowed',
    `This credential has none of the scopes ${scopes.join(', ')}.`,
    'Use another one.',
  );
}
