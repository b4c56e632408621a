import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { getMonday } from '../contract/monday.ts';
import { noteSeen } from '../queries/care/seen.ts';
import { monday } from '../queries/monday/monday.ts';
import { schemaOf } from './schema-of.ts';

export const mondayRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(getMonday.url, { schema: schemaOf(getMonday) }, async (request) => {
    const page = await request.read((db, reader) =>
      monday(db, reader, { ...request.query, language: request.language }),
    );
    const { people, more, goodNews, waiting, newcomers, cases, messages } = page;
    const named = [...people, ...more, ...goodNews, ...waiting, ...newcomers, ...cases, ...messages];
    for (const [courseId, group] of Map.groupBy(named, (one) => one.courseId)) {
      const subjects = new Set(group.flatMap((one) => ('authorId' in one ? (one.authorId ?? []) : one.personId)));
      if (subjects.size === 0) continue;
      await request.logView({ action: 'view_monday', courseId, subjects: [...subjects], reason: 'course access' });
    }
    if (page.people.some(({ fresh }) => fresh)) await request.write((db, reader) => noteSeen(db, reader, page.people));
    return page;
  });
};
