import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { getProgramme, listProgrammes } from '../contract/programmes.ts';
import { notFound } from '../problem.ts';
import { programme } from '../queries/programmes/programme.ts';
import { units } from '../queries/programmes/units.ts';
import { schemaOf } from './schema-of.ts';

/** For whoever may see the aggregates of every course below a node. No learner is on these pages. */
export const programmeRoutes: FastifyPluginAsyncZod = async (app) => {
  const config = { scope: 'programmes' } as const;

  app.get(listProgrammes.url, { schema: schemaOf(listProgrammes), config }, (request) =>
    request.read((db) => units(db)),
  );

  app.get(getProgramme.url, { schema: schemaOf(getProgramme), config }, async (request) => {
    const found = await request.read((db) => programme(db, request.params.unitId));
    if (!found) throw notFound('programme');
    return found;
  });
};
