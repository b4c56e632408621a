import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { courseIndicators } from '@kith/etl/indicators/index.ts';
import * as contract from '../contract/cohorts.ts';
import type { ResponseOf } from '../contract/endpoint.ts';
import type { Language } from '../contract/language.ts';
import { notFound, ProblemError } from '../problem.ts';
import { cohortChoices, cohorts, endCohort, saveCohort } from '../queries/cohorts.ts';
import { speechIn } from '../words/speech-in.ts';
import { schemaOf } from './schema-of.ts';

type Page = ResponseOf<typeof contract.listCohorts>;

/** The numbers that some cohort tells, in the reader's language. */
function toldOf(cohorts: Page['cohorts'], language: Language): Page['indicators'] {
  const ids = new Set(
    cohorts.flatMap(({ figures }) => figures?.weeks ?? []).flatMap(({ values }) => Object.keys(values)),
  );
  const speech = speechIn(language);
  return courseIndicators
    .filter(({ id }) => ids.has(id))
    .map(({ id, title, unit, better }) => ({ id, title: speech.measure(id)?.title ?? title, unit, better }))
    .sort((one, other) => one.title.localeCompare(other.title, language));
}

export const cohortRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(contract.listCohorts.url, { schema: schemaOf(contract.listCohorts) }, (request) =>
    request.read(async (db) => {
      const own = await cohorts(db);
      return { cohorts: own, indicators: toldOf(own, request.language), ...(await cohortChoices(db)) };
    }),
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
