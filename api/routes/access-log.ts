import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { extractAccessLog, getLogSeals, readAccessLog as readEndpoint } from '../contract/access-log.ts';
import { stewardsOnly } from '../plugins/stewards-only.ts';
import { logSeals } from '../queries/log-seals.ts';
import { readAccessLog } from '../queries/read-access-log.ts';
import { schemaOf } from './schema-of.ts';

export const accessLogRoutes: FastifyPluginAsyncZod = async (app) => {
  app.addHook('onRequest', stewardsOnly);

  app.get(readEndpoint.url, { schema: schemaOf(readEndpoint) }, (request) =>
    request.write((db) => readAccessLog(db, request.query)),
  );

  app.get(extractAccessLog.url, { schema: schemaOf(extractAccessLog) }, async (request) => {
    const { learner } = request.query;
    const entries = await request.write((db) => readAccessLog(db, { learner, limit: 10_000 }));
    return { learner, madeAt: new Date().toISOString(), entries };
  });

  app.get(getLogSeals.url, { schema: schemaOf(getLogSeals) }, (request) => request.read(logSeals));
};
