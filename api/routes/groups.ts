import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { mixGroups } from '../contract/groups.ts';
import { listWorkingGroups } from '../contract/working-groups.ts';
import { learnersOnly } from '../plugins/learners-only.ts';
import { notFound } from '../problem.ts';
import { groupsOf } from '../queries/care/groups.ts';
import { storedWeek } from '../queries/course-week.ts';
import { seesWork, workingGroups } from '../queries/working-groups.ts';
import { schemaOf } from './schema-of.ts';

export const groupRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(mixGroups.url, { schema: schemaOf(mixGroups), preHandler: learnersOnly }, async (request) => {
    const { courseId } = request.params;
    // Who is to be kept apart is in reach only where names are.
    if (request.reader?.namedCourses.includes(courseId) !== true) throw notFound('course');
    const found = await request.read((db) => groupsOf(db, courseId, request.query));
    const subjects = (found.groups ?? []).flatMap(({ members }) => members.map(({ personId }) => personId));
    if (subjects.length > 0)
      await request.logView({ action: 'view_groups', courseId, subjects, reason: 'course access' });
    return found;
  });

  app.get(listWorkingGroups.url, { schema: schemaOf(listWorkingGroups), preHandler: learnersOnly }, async (request) => {
    const { courseId } = request.params;
    const found = await request.read(async (db) => {
      const asOf = (await storedWeek(db, courseId, request.query.week))?.asOf ?? new Date();
      return { workSeen: await seesWork(db, courseId, asOf), groups: await workingGroups(db, courseId, asOf) };
    });
    const subjects = [...new Set(found.groups.flatMap(({ members }) => members.map(({ personId }) => personId)))];
    if (subjects.length > 0)
      await request.logView({ action: 'view_groups', courseId, subjects, reason: 'course access' });
    return found;
  });
};
