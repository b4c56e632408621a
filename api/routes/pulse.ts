import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { SecretKey } from '@kith/sql/secret-key.ts';
import { answerPulse, getCoursePulse, getInvitation, listInvitations, openPulse } from '../contract/pulse.ts';
import { oftenEnough } from '../plugins/often-enough.ts';
import { notFound, ProblemError } from '../problem.ts';
import { openLink, type OpenedLink } from '../pulse/link.ts';
import * as pulse from '../queries/pulse.ts';
import { schemaOf } from './schema-of.ts';

/** Why a round did not open: what to say, by the word of the database. */
const refusals: Readonly<Record<string, () => ProblemError>> = {
  not_here: () => notFound('course'),
  open_already: () =>
    new ProblemError(409, 'Open already', 'A round is open in this course.', 'Wait until it closes, then ask again.'),
  too_few: () =>
    new ProblemError(
      409,
      'Too few to ask',
      'Fewer than five learners of this course can be asked, so no figure could be shown.',
      'Ask in person instead.',
    ),
};

export const pulseRoutes: FastifyPluginAsyncZod<{ mail: boolean }> = async (app, { mail }) => {
  // Whoever guesses links is slowed down; the network of a campus is not.
  const open = { open: true, rateLimit: { ...oftenEnough, max: 600 } };

  app.get(getCoursePulse.url, { schema: schemaOf(getCoursePulse) }, async (request) => {
    const { courseId } = request.params;
    const { learnerCourses, aggregateCourses } = request.reader!;
    if (![...learnerCourses, ...aggregateCourses].includes(courseId)) throw notFound('course');
    const found = await request.read(async (db) => ({
      mayOpen: await pulse.mayOpen(db, courseId),
      rounds: await pulse.rounds(db, courseId),
      named: learnerCourses.includes(courseId) ? await pulse.namedAnswers(db, courseId) : [],
    }));
    const subjects = found.named.map(({ personId }) => personId);
    if (subjects.length > 0) await request.logView({ action: 'view_list', courseId, subjects, reason: 'pulse' });
    return { mail, ...found };
  });

  app.post(openPulse.url, { schema: schemaOf(openPulse) }, async (request) => {
    const { courseId } = request.params;
    const outcome = await request.write((db) =>
      pulse.openRound(db, courseId, { ...request.body, byMail: mail && request.body.byMail }),
    );
    const refusal = refusals[outcome];
    if (refusal) throw refusal();
    return { opened: true as const };
  });

  app.get(listInvitations.url, { schema: schemaOf(listInvitations) }, (request) =>
    request.read((db, reader) => pulse.invitationsOf(db, reader, app.secretKey)),
  );

  app.get(getInvitation.url, { schema: schemaOf(getInvitation), config: open }, async (request) => {
    const link = opened(app.secretKey, request.params.link);
    const asked = await pulse.whatLinkAsks(app.db, link);
    if (!asked) throw noLink();
    return asked;
  });

  app.post(answerPulse.url, { schema: schemaOf(answerPulse), config: open }, async (request) =>
    pulse.answer(app.db, opened(app.secretKey, request.params.link), request.body),
  );
};

function opened(key: SecretKey, link: string): OpenedLink {
  const found = openLink(key, link);
  if (!found) throw noLink();
  return found;
}

const noLink = (): ProblemError =>
  new ProblemError(
    404,
    'This link does not work',
    'It may have been cut off on its way.',
    'Open it again from where you found it.',
  );
