import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { decideMatch, findAccounts as find, listMatches } from '../contract/matches.ts';
import { stewardsOnly } from '../plugins/stewards-only.ts';
import { notFound } from '../problem.ts';
import { askMatch, findAccounts, matches } from '../queries/matches.ts';
import { schemaOf } from './schema-of.ts';

export const matchRoutes: FastifyPluginAsyncZod = async (app) => {
  app.addHook('onRequest', stewardsOnly);

  // A write: the look itself is logged.
  app.get(listMatches.url, { schema: schemaOf(listMatches) }, (request) => request.write((db) => matches(db)));

  app.get(find.url, { schema: schemaOf(find) }, (request) =>
    request.write((db) => findAccounts(db, request.query.word)),
  );

  app.post(decideMatch.url, { schema: schemaOf(decideMatch) }, async (request) => {
    const changeId = await request.write((db) => askMatch(db, request.body));
    if (changeId === undefined) throw notFound('account or change');
    return { changeId };
  });
};
