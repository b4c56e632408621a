import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { getRun, listRejects, listRuns, listSources } from '../contract/data.ts';
import { stewardsOnly } from '../plugins/stewards-only.ts';
import { notFound } from '../problem.ts';
import { rejects, run, runs, sources } from '../queries/runs.ts';
import { schemaOf } from './schema-of.ts';

export const dataRoutes: FastifyPluginAsyncZod = async (app) => {
  app.addHook('onRequest', stewardsOnly);

  app.get(listRuns.url, { schema: schemaOf(listRuns) }, (request) =>
    request.read((db) => runs(db, request.query.limit)),
  );

  app.get(getRun.url, { schema: schemaOf(getRun) }, async (request) => {
    const found = await request.read((db) => run(db, request.params.runId));
    if (!found) throw notFound('load');
    return found;
  });

  app.get(listRejects.url, { schema: schemaOf(listRejects) }, (request) =>
    request.read((db) => rejects(db, { ...request.query, runId: request.params.runId })),
  );

  app.get(listSources.url, { schema: schemaOf(listSources) }, (request) => request.read(sources));
};
