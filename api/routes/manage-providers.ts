import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import {
  addProvider as add,
  listProviders,
  removeProvider as remove,
  setProviderSecret,
} from '../contract/manage-providers.ts';
import { stewardsOnly } from '../plugins/stewards-only.ts';
import { notFound, ProblemError } from '../problem.ts';
import { addProvider, removeProvider, setSecret, shownProviders } from '../queries/manage-providers.ts';
import { forget } from '../sign-in/oidc.ts';
import { sealSecret } from '../sign-in/secret.ts';
import { schemaOf } from './schema-of.ts';

export const manageProviderRoutes: FastifyPluginAsyncZod = async (app) => {
  app.addHook('onRequest', stewardsOnly);

  app.get(listProviders.url, { schema: schemaOf(listProviders) }, (request) =>
    request.read((db, reader) => shownProviders(db, reader.institutionId)),
  );

  app.post(add.url, { schema: schemaOf(add) }, async (request) => {
    const { body } = request;
    const secret = body.kind === 'oidc' && body.secret ? sealSecret(body.secret, body, app.secretKey) : null;
    const providerId = await request.write((db) => addProvider(db, body, secret));
    if (providerId !== undefined) return { providerId };
    throw new ProblemError(
      409,
      'There already',
      'A provider with this issuer and this client id is set up.',
      'Remove it first, or replace its secret.',
    );
  });

  app.post(setProviderSecret.url, { schema: schemaOf(setProviderSecret) }, async (request) => {
    const { providerId } = request.params;
    const provider = (await request.read((db, reader) => shownProviders(db, reader.institutionId))).find(
      (one) => one.kind === 'oidc' && one.providerId === providerId,
    );
    if (!provider) throw notFound('provider');
    const sealed = sealSecret(request.body.secret, provider, app.secretKey);
    await request.write((db) => setSecret(db, providerId, sealed));
    forget(providerId);
    return { done: true as const };
  });

  app.post(remove.url, { schema: schemaOf(remove) }, async (request) => {
    const { providerId } = request.params;
    if (!(await request.write((db) => removeProvider(db, providerId)))) throw notFound('provider');
    forget(providerId);
    return { done: true as const };
  });
};
