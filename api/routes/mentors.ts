import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { decideMentor, listMentors, listMyMentoring, proposeMentors } from '../contract/mentors.ts';
import { learnersOnly } from '../plugins/learners-only.ts';
import { notFound } from '../problem.ts';
import { decideMentor as decide, mentorsOf, myMentoring, proposeMentors as propose } from '../queries/care/mentors.ts';
import { schemaOf } from './schema-of.ts';

export const mentorRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(listMentors.url, { schema: schemaOf(listMentors), preHandler: learnersOnly }, async (request) => {
    const { courseId } = request.params;
    const found = await request.read((db) => mentorsOf(db, courseId));
    const subjects = [
      ...found.mentors.map(({ personId }) => personId),
      ...found.mentees.map(({ personId }) => personId),
      ...found.matches.flatMap(({ mentor, mentee }) => [mentor.personId, mentee.personId]),
    ];
    if (subjects.length > 0)
      await request.logView({
        action: 'view_mentors',
        courseId,
        subjects: [...new Set(subjects)],
        reason: 'course access',
      });
    return found;
  });

  app.post(proposeMentors.url, { schema: schemaOf(proposeMentors), preHandler: learnersOnly }, async (request) => {
    const { personIds } = request.body;
    const proposed = await request.write((db, reader) => propose(db, reader, { ...request.params, personIds }));
    return { proposed, without: new Set(personIds).size - proposed };
  });

  app.post(decideMentor.url, { schema: schemaOf(decideMentor), preHandler: learnersOnly }, async (request) => {
    if (!(await request.write((db, reader) => decide(db, reader, request.params, request.body.to))))
      throw notFound('pair');
    return { done: true as const };
  });

  app.get(listMyMentoring.url, { schema: schemaOf(listMyMentoring) }, (request) => request.read(myMentoring));
};
