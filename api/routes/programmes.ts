import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { z } from 'zod';
import type { Health } from '../contract/health.ts';
import type { Language } from '../contract/language.ts';
import { getProgramme, listProgrammes } from '../contract/programmes.ts';
import { notFound } from '../problem.ts';
import { programme } from '../queries/programmes/programme.ts';
import { units } from '../queries/programmes/units.ts';
import { speechIn } from '../words/speech-in.ts';
import { schemaOf } from './schema-of.ts';

/** Their health in the reader's language. */
const said =
  (language: Language) =>
  <Row extends { health: z.output<typeof Health> | null }>(row: Row): Row => ({
    ...row,
    health: row.health && speechIn(language).health(row.health),
  });

/** For whoever may see the aggregates of every course below a node. No learner is on these pages. */
export const programmeRoutes: FastifyPluginAsyncZod = async (app) => {
  const config = { scope: 'programmes' } as const;

  app.get(listProgrammes.url, { schema: schemaOf(listProgrammes), config }, (request) =>
    request.read(async (db) => (await units(db)).map(said(request.language))),
  );

  app.get(getProgramme.url, { schema: schemaOf(getProgramme), config }, async (request) => {
    const found = await request.read((db) => programme(db, request.params.unitId));
    if (!found) throw notFound('programme');
    const say = said(request.language);
    return {
      ...found,
      programme: say(found.programme),
      below: found.below.map(say),
      courses: found.courses.map(say),
    };
  });
};
