import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { stepsFor } from '../care/course-steps.ts';
import { listCourseSteps, noteCourseStep, withdrawCourseStep } from '../contract/course-steps.ts';
import { learnersOnly } from '../plugins/learners-only.ts';
import { notFound, ProblemError } from '../problem.ts';
import { noteStep, stepsDone, weakestTheme, withdrawStep } from '../queries/care/course-steps.ts';
import { schemaOf } from './schema-of.ts';

export const courseStepRoutes: FastifyPluginAsyncZod = async (app) => {
  app.addHook('preHandler', learnersOnly);

  app.get(listCourseSteps.url, { schema: schemaOf(listCourseSteps) }, async (request) =>
    request.read(async (db, reader) => {
      const weakest = await weakestTheme(db, request.params.courseId);
      return { weakest, proposed: stepsFor(weakest), done: await stepsDone(db, reader, request.params.courseId) };
    }),
  );

  app.post(noteCourseStep.url, { schema: schemaOf(noteCourseStep) }, async (request) => {
    if (Date.parse(request.body.onDay) > Date.now() + 14 * 3_600_000) {
      throw new ProblemError(400, 'Not yet', 'A step is noted when it has been done.', 'Choose today or before.');
    }
    const stepId = await request.write((db, reader) => noteStep(db, reader, { ...request.params, ...request.body }));
    return { stepId };
  });

  app.post(withdrawCourseStep.url, { schema: schemaOf(withdrawCourseStep) }, async (request) => {
    if (!(await request.write((db, reader) => withdrawStep(db, reader, request.params)))) throw notFound('step');
    return { done: true as const };
  });
};
