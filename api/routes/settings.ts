import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { setLanguage } from '../contract/settings.ts';
import { setLanguage as set } from '../queries/settings.ts';
import { schemaOf } from './schema-of.ts';

export const settingsRoutes: FastifyPluginAsyncZod = async (app) => {
  app.post(setLanguage.url, { schema: schemaOf(setLanguage) }, async (request) => {
    await request.write((db, reader) => set(db, reader, request.body.language));
    return { done: true as const };
  });
};
