import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { listPresence } from '../contract/presence.ts';
import { learnersOnly } from '../plugins/learners-only.ts';
import { notFound } from '../problem.ts';
import { presence } from '../queries/presence/presence.ts';
import { schemaOf } from './schema-of.ts';

export const presenceRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(listPresence.url, { schema: schemaOf(listPresence), preHandler: learnersOnly }, async (request) => {
    const { courseId } = request.params;
    const found = await request.read((db) => presence(db, { courseId, ...request.query }));
    if (!found) throw notFound('course');
    const subjects = found.learners.map(({ personId }) => personId);
    if (subjects.length > 0)
      await request.logView({ action: 'view_presence', courseId, subjects, reason: 'course access' });
    return found;
  });
};
