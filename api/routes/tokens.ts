import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import * as contract from '../contract/tokens.ts';
import { notFound, ProblemError } from '../problem.ts';
import * as tokens from '../queries/tokens.ts';
import { tokenMark } from '../sign-in/bearer.ts';
import { freshToken, keyOf } from '../sign-in/token.ts';
import { schemaOf } from './schema-of.ts';

/** Tokens by which programs of leads and researchers read. */
export const tokenRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(contract.listTokens.url, { schema: schemaOf(contract.listTokens) }, (request) => request.read(tokens.tokens));

  app.post(contract.makeToken.url, { schema: schemaOf(contract.makeToken) }, async (request) => {
    const token = tokenMark + freshToken();
    const tokenId = await request.write((db) => tokens.keepToken(db, keyOf(token), request.body));
    if (tokenId === null) throw notForThem();
    return { tokenId, token };
  });

  app.post(contract.endToken.url, { schema: schemaOf(contract.endToken) }, async (request) => {
    if (!(await request.write((db) => tokens.endToken(db, request.params.tokenId)))) throw notFound('token');
    return { done: true as const };
  });
};

const notForThem = () =>
  new ProblemError(
    403,
    'No token',
    'Tokens are for programme leads and researchers, and end within a year.',
    'Choose a nearer day, or ask your data steward.',
  );
