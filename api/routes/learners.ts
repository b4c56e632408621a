import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { getEvidence, getLearner, listLearners } from '../contract/learner.ts';
import { getNetwork } from '../contract/network.ts';
import { learnersOnly } from '../plugins/learners-only.ts';
import { notFound } from '../problem.ts';
import { courseHead } from '../queries/course-head.ts';
import { storedWeek } from '../queries/course-week.ts';
import { evidence } from '../queries/evidence.ts';
import { formulaOf } from '../queries/definitions.ts';
import { learner } from '../queries/learner.ts';
import { learners } from '../queries/learners.ts';
import { network } from '../queries/network.ts';
import { speechIn } from '../words/speech-in.ts';
import { schemaOf } from './schema-of.ts';

export const learnerRoutes: FastifyPluginAsyncZod = async (app) => {
  app.addHook('preHandler', learnersOnly);

  app.get(listLearners.url, { schema: schemaOf(listLearners) }, async (request) => {
    const { courseId } = request.params;
    const found = await request.read(async (db) => {
      const course = await courseHead(db, courseId);
      const stored = await storedWeek(db, courseId, request.query.week);
      return (
        course && {
          course,
          week: stored?.week ?? null,
          learners: stored ? await learners(db, courseId, stored.week, request.language) : [],
        }
      );
    });
    if (!found) throw notFound('course');
    const subjects = found.learners.map(({ personId }) => personId);
    if (subjects.length > 0)
      await request.logView({ action: 'view_list', courseId, subjects, reason: 'course access' });
    return found;
  });

  app.get(getLearner.url, { schema: schemaOf(getLearner) }, async (request) => {
    const { courseId, personId } = request.params;
    const found = await request.read((db) =>
      learner(db, { courseId, personId, week: request.query.week, language: request.language }),
    );
    if (!found) throw notFound('learner');
    await request.logView({ action: 'view_learner', courseId, subjects: [personId], reason: found.because });
    return { ...found, because: speechIn(request.language).happening(found.because) };
  });

  app.get(getEvidence.url, { schema: schemaOf(getEvidence) }, async (request) => {
    const { courseId, personId } = request.params;
    const { component, week } = request.query;
    const say = speechIn(request.language);
    const found = await request.read(async (db) => {
      const stored = await storedWeek(db, courseId, week);
      const detail =
        stored && (await learner(db, { courseId, personId, week: stored.week, language: request.language }));
      if (!detail) return undefined;
      const reason = detail.learner.reasons.find((one) => one.component === component);
      const hidden = detail.learner.hidden.find((one) => one.component === component);
      return {
        name: detail.learner.name,
        week: detail.week,
        timezone: detail.course.timezone,
        component,
        sentence: reason?.sentence ?? hidden?.sentence ?? say.happening('This adds nothing to the score.'),
        formula: formulaOf(component),
        evidence: (await evidence(db, component, { courseId, personId, asOf: stored.asOf })).map((one) => ({
          ...one,
          note: say.happening(one.note),
        })),
        because: say.happening(detail.because),
      };
    });
    if (!found) throw notFound('learner');
    await request.logView({ action: 'view_evidence', courseId, subjects: [personId], reason: component });
    return found;
  });

  app.get(getNetwork.url, { schema: schemaOf(getNetwork) }, async (request) => {
    const { courseId } = request.params;
    const { week, kinds, staff, talk } = request.query;
    const found = await request.read(async (db) => {
      const stored = await storedWeek(db, courseId, week);
      return (
        stored &&
        network(db, {
          courseId,
          week: stored.week,
          asOf: stored.asOf,
          kinds: kinds?.split(','),
          staff: staff === 'true',
          talk,
        })
      );
    });
    if (!found) throw notFound('course');
    const subjects = found.nodes.map(({ personId }) => personId);
    if (subjects.length > 0)
      await request.logView({ action: 'view_network', courseId, subjects, reason: 'course access' });
    return speechIn(request.language).network(found);
  });
};
