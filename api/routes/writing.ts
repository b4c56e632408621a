import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { getDraft, keepTemplate, sendMessage } from '../contract/writing.ts';
import type { Mailer } from '../mail/mailer.ts';
import { learnersOnly } from '../plugins/learners-only.ts';
import { notFound, ProblemError } from '../problem.ts';
import { logContacts } from '../queries/care/log-contacts.ts';
import { draft } from '../queries/writing/draft.ts';
import { keepTemplate as keep } from '../queries/writing/keep-template.ts';
import { schemaOf } from './schema-of.ts';

export const writingRoutes: FastifyPluginAsyncZod<{ mailer: Mailer | undefined }> = async (app, { mailer }) => {
  const mail = mailer !== undefined;

  app.get(getDraft.url, { schema: schemaOf(getDraft), preHandler: learnersOnly }, async (request) => {
    const { courseId, personId } = request.params;
    const found = await request.read((db, reader) =>
      draft(db, reader, { ...request.params, ...request.query, language: request.language, mail }),
    );
    if (!found) throw notFound('learner');
    await request.logView({ action: 'write', courseId, subjects: [personId], reason: found.draft.template });
    return found.draft;
  });

  app.post(sendMessage.url, { schema: schemaOf(sendMessage), preHandler: learnersOnly }, async (request) => {
    const { courseId, personId } = request.params;
    const { subject, body, template } = request.body;
    const found = await request.read((db, reader) =>
      draft(db, reader, { courseId, personId, template, language: request.language, mail }),
    );
    if (!found) throw notFound('learner');
    if (mailer === undefined || found.to === null || found.draft.way !== 'mail') {
      throw new ProblemError(
        409,
        'Not by mail',
        'Kith cannot send mail to this person.',
        'Copy the text and send it your way.',
      );
    }
    await mailer
      .send({ to: found.to, replyTo: found.draft.replyTo, fromName: found.me, subject, text: body })
      .catch((error: unknown) => {
        request.log.error({ err: { code: (error as { code?: string }).code } }, 'mail was not taken');
        throw new ProblemError(
          502,
          'Not sent',
          'The mail server did not take the message; nothing was noted.',
          'Try again, or copy the text and send it your way.',
        );
      });
    const [contact] = await request.write((db, reader) =>
      logContacts(db, reader, {
        people: [{ courseId, personId }],
        channel: 'mail',
        at: new Date(),
        template,
        remark: null,
        sentByKith: true,
      }),
    );
    await request.logView({ action: 'contact', courseId, subjects: [personId], reason: 'mail' });
    return { contactId: contact!.contactId };
  });

  app.post(keepTemplate.url, { schema: schemaOf(keepTemplate) }, async (request) => {
    const text = 'reset' in request.body ? null : request.body;
    await request.write((db, reader) => keep(db, reader, request.params.key, text));
    return { kept: true as const };
  });
};
