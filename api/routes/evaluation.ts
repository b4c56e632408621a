import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { getEvaluation } from '../contract/evaluation.ts';
import { evaluation } from '../queries/evaluation.ts';
import { schemaOf } from './schema-of.ts';

/** What came of the lists, for whoever may see the aggregates of every course of a part. No learner is in it. */
export const evaluationRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(getEvaluation.url, { schema: schemaOf(getEvaluation), config: { scope: 'programmes' } }, (request) =>
    request.read((db) => evaluation(db, request.query)),
  );
};
