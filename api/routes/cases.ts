import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import {
  closeCase,
  handOverCase,
  listCases,
  listSupportCases,
  openCase,
  planCase,
  reopenCase,
  seeCaseMessage,
} from '../contract/cases.ts';
import { learnersOnly } from '../plugins/learners-only.ts';
import { notFound, ProblemError } from '../problem.ts';
import { casesOf, hasSupport } from '../queries/care/cases.ts';
import * as cases from '../queries/care/change-case.ts';
import { supportCases } from '../queries/care/support-cases.ts';
import { schemaOf } from './schema-of.ts';

const done = { done: true as const };

/** A change of a case that the policies, or its state, do not leave to the reader: the same answer as for none. */
function there(changed: object | undefined): typeof done {
  if (changed === undefined) throw notFound('case');
  return done;
}

const nobodyToHandOverTo = () =>
  new ProblemError(
    409,
    'Nobody to hand over to',
    'No student support is known for this course.',
    'Keep the case, and ask a steward to give somebody the role.',
  );

export const caseRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(listCases.url, { schema: schemaOf(listCases), preHandler: learnersOnly }, async (request) => {
    const { courseId, personId } = request.params;
    const found = await request.read(async (db, reader) => ({
      cases: await casesOf(db, reader, request.params),
      support: await hasSupport(db, courseId),
    }));
    if (found.cases.length > 0)
      await request.logView({ action: 'view_case', courseId, subjects: [personId], reason: 'course access' });
    return found;
  });

  app.post(openCase.url, { schema: schemaOf(openCase), preHandler: learnersOnly }, async (request) => {
    const { courseId, personId } = request.params;
    // A case is about somebody by name: who may not know it cannot open one.
    if (request.reader?.namedCourses.includes(courseId) !== true) throw notFound('learner');
    if (request.body.handOver && !(await request.read((db) => hasSupport(db, courseId)))) throw nobodyToHandOverTo();
    const caseId = await request.write((db, reader) =>
      cases.openCase(db, reader, { ...request.params, ...request.body }),
    );
    if (caseId === undefined) throw notFound('learner');
    await request.logView({ action: 'view_case', courseId, subjects: [personId], reason: 'opened' });
    return { caseId };
  });

  app.post(handOverCase.url, { schema: schemaOf(handOverCase), preHandler: learnersOnly }, async (request) => {
    if (!(await request.read((db) => hasSupport(db, request.params.courseId)))) throw nobodyToHandOverTo();
    return there(await request.write((db, reader) => cases.handOverCase(db, reader, request.params)));
  });

  app.post(planCase.url, { schema: schemaOf(planCase) }, async (request) =>
    there(await request.write((db, reader) => cases.planCase(db, reader, request.params, request.body))),
  );

  app.post(closeCase.url, { schema: schemaOf(closeCase) }, async (request) =>
    there(await request.write((db, reader) => cases.closeCase(db, reader, request.params, request.body))),
  );

  app.post(reopenCase.url, { schema: schemaOf(reopenCase) }, async (request) =>
    there(await request.write((db, reader) => cases.reopenCase(db, reader, request.params))),
  );

  app.post(seeCaseMessage.url, { schema: schemaOf(seeCaseMessage) }, async (request) =>
    there(await request.write((db, reader) => cases.seeMessage(db, reader, request.params))),
  );

  app.get(listSupportCases.url, { schema: schemaOf(listSupportCases) }, async (request) => {
    const found = await request.read(supportCases);
    for (const [courseId, group] of Map.groupBy(found, (one) => one.courseId)) {
      const subjects = [...new Set(group.map(({ personId }) => personId))];
      await request.logView({ action: 'view_case', courseId, subjects, reason: 'case handed over' });
    }
    return found;
  });
};
