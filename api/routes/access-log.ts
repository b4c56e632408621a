import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { extractAccessLog, getLogSeals, readAccessLog as readEndpoint } from '../contract/access-log.ts';
import type { Language } from '../contract/language.ts';
import { stewardsOnly } from '../plugins/stewards-only.ts';
import { logSeals } from '../queries/log-seals.ts';
import { readAccessLog } from '../queries/read-access-log.ts';
import { speechIn } from '../words/speech-in.ts';
import { schemaOf } from './schema-of.ts';

/** Why it was allowed, in the reader's language; the log keeps it in one. */
const said =
  (language: Language) =>
  <Row extends { reason: string }>(row: Row): Row => ({ ...row, reason: speechIn(language).happening(row.reason) });

export const accessLogRoutes: FastifyPluginAsyncZod = async (app) => {
  app.addHook('onRequest', stewardsOnly);

  app.get(readEndpoint.url, { schema: schemaOf(readEndpoint) }, async (request) =>
    (await request.write((db) => readAccessLog(db, request.query))).map(said(request.language)),
  );

  app.get(extractAccessLog.url, { schema: schemaOf(extractAccessLog) }, async (request) => {
    const { learner } = request.query;
    const entries = await request.write((db) => readAccessLog(db, { learner, limit: 10_000 }));
    return { learner, madeAt: new Date().toISOString(), entries: entries.map(said(request.language)) };
  });

  app.get(getLogSeals.url, { schema: schemaOf(getLogSeals) }, (request) => request.read(logSeals));
};
