import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import * as contract from '../contract/cohorts.ts';
import { notFound, ProblemError } from '../problem.ts';
import { cohortChoices, cohorts, endCohort, saveCohort } from '../queries/cohorts.ts';
import { schemaOf } from './schema-of.ts';

export const cohortRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(contract.listCohorts.url, { schema: schemaOf(contract.listCohorts) }, (request) =>
    request.read(async (db) => ({ cohorts: await cohorts(db), ...(await cohortChoices(db)) })),
  );

  app.post(contract.saveCohort.url, { schema: schemaOf(contract.saveCohort) }, async (request) => {
    const cohortId = await request.write((db) => saveCohort(db, request.body));
    if (cohortId === undefined) {
      throw new ProblemError(403, 'Not for you', 'Cohorts are for leads and researchers.', 'Ask an admin.');
    }
    return { cohortId };
  });

  app.post(contract.endCohort.url, { schema: schemaOf(contract.endCohort) }, async (request) => {
    if (!(await request.write((db) => endCohort(db, request.params.cohortId)))) throw notFound('cohort');
    return { done: true as const };
  });
};
