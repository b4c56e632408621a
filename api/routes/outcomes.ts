import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { listContacts, listEffects } from '../contract/outcomes.ts';
import { learnersOnly } from '../plugins/learners-only.ts';
import { contactsMade, effectsOf } from '../queries/care/outcomes.ts';
import { schemaOf } from './schema-of.ts';

export const outcomeRoutes: FastifyPluginAsyncZod = async (app) => {
  app.addHook('preHandler', learnersOnly);

  app.get(listContacts.url, { schema: schemaOf(listContacts) }, async (request) => {
    const { courseId, personId } = request.params;
    const contacts = await request.read((db, reader) => contactsMade(db, reader, request.params));
    if (contacts.length > 0)
      await request.logView({ action: 'view_care', courseId, subjects: [personId], reason: 'contacts' });
    return contacts;
  });

  app.get(listEffects.url, { schema: schemaOf(listEffects) }, (request) =>
    request.read((db) => effectsOf(db, request.params.courseId)),
  );
};
