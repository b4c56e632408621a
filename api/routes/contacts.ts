import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { needsReason } from '../care/alert-states.ts';
import { mayReachOut } from '../care/may-reach-out.ts';
import { logContacts, moveAlert, noteAnswer, undoAlertStep, withdrawContacts } from '../contract/contacts.ts';
import { learnersOnly } from '../plugins/learners-only.ts';
import { notFound, ProblemError } from '../problem.ts';
import { logContacts as log } from '../queries/care/log-contacts.ts';
import { moveAlert as move, undoStep } from '../queries/care/move-alert.ts';
import { noteAnswer as answered, withdrawContacts as withdraw } from '../queries/care/withdraw-contacts.ts';
import { schemaOf } from './schema-of.ts';

export const contactRoutes: FastifyPluginAsyncZod = async (app) => {
  app.post(logContacts.url, { schema: schemaOf(logContacts) }, async (request) => {
    const { people, at, ...rest } = request.body;
    for (const one of people) if (!mayReachOut(request.reader, one)) throw notFound('learner');
    const when = at === undefined ? new Date() : new Date(at);
    if (when.getTime() > Date.now() + 60_000) {
      throw new ProblemError(400, 'Not yet', 'A contact is noted when it has happened.', 'Choose today or before.');
    }
    const contacts = await request.write(async (db, reader) => {
      const made = await log(db, reader, { ...rest, people, at: when, sentByKith: false });
      if (made.length < people.length) throw notFound('learner'); // all of them or none
      return made;
    });
    for (const [courseId, group] of Map.groupBy(people, (one) => one.courseId)) {
      const subjects = group.map(({ personId }) => personId);
      await request.logView({ action: 'contact', courseId, subjects, reason: rest.channel });
    }
    return { contacts };
  });

  app.post(withdrawContacts.url, { schema: schemaOf(withdrawContacts) }, async (request) => ({
    withdrawn: await request.write((db, reader) => withdraw(db, reader, request.body.contacts)),
  }));

  app.post(noteAnswer.url, { schema: schemaOf(noteAnswer), preHandler: learnersOnly }, async (request) => {
    if (!(await request.write((db, reader) => answered(db, reader, request.params)))) throw notFound('contact');
    return { done: true as const };
  });

  app.post(moveAlert.url, { schema: schemaOf(moveAlert), preHandler: learnersOnly }, async (request) => {
    const { to, weeks, reason = null } = request.body;
    if (needsReason(to) && reason === null) {
      throw new ProblemError(400, 'Say why', 'This ends with a reason, however short.', 'Write a few words.');
    }
    const step = await request.write((db, reader) => move(db, reader, { ...request.params, to, weeks, reason }));
    if (step === 'unknown') throw notFound('learner');
    if (step === 'not_this_way') {
      throw new ProblemError(409, 'Not any more', 'Somebody did something with this already.', 'Reload the page.');
    }
    return { stepId: step };
  });

  app.post(undoAlertStep.url, { schema: schemaOf(undoAlertStep), preHandler: learnersOnly }, async (request) => {
    if (!(await request.write((db, reader) => undoStep(db, reader, request.params)))) throw notFound('step');
    return { undone: true as const };
  });
};
