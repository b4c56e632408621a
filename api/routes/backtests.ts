import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { listBacktests } from '../contract/backtests.ts';
import { backtests } from '../queries/backtests.ts';
import { schemaOf } from './schema-of.ts';

/** How the score stands beside what came afterwards, for researchers. No learner is in it. */
export const backtestRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(listBacktests.url, { schema: schemaOf(listBacktests) }, (request) =>
    request.read((db) => backtests(db, request.query)),
  );
};
