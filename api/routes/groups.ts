import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { mixGroups } from '../contract/groups.ts';
import { learnersOnly } from '../plugins/learners-only.ts';
import { notFound } from '../problem.ts';
import { groupsOf } from '../queries/care/groups.ts';
import { schemaOf } from './schema-of.ts';

export const groupRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(mixGroups.url, { schema: schemaOf(mixGroups), preHandler: learnersOnly }, async (request) => {
    const { courseId } = request.params;
    // Who is to be kept apart is in reach only where names are.
    if (request.reader?.namedCourses.includes(courseId) !== true) throw notFound('course');
    const found = await request.read((db) => groupsOf(db, courseId, request.query));
    const subjects = (found.groups ?? []).flatMap(({ members }) => members.map(({ personId }) => personId));
    if (subjects.length > 0) await request.logView({ action: 'view_care', courseId, subjects, reason: 'groups' });
    return found;
  });
};
