import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { getMe, signIn, signOut } from '../contract/session.ts';
import { listDefinitions, listOwnDefinitions } from '../contract/definitions.ts';
import { ProblemError } from '../problem.ts';
import { definitions } from '../queries/definitions.ts';
import { ownDefinitions } from '../queries/own-definitions.ts';
import { me } from '../queries/me.ts';
import { endSession, openSession } from '../queries/sessions.ts';
import { oftenEnough } from '../plugins/often-enough.ts';
import { sessionToken, takeSession } from '../sign-in/cookie.ts';
import { enter } from '../sign-in/enter.ts';
import { keyOf, lifetimeHours } from '../sign-in/token.ts';
import { speechIn } from '../words/speech-in.ts';
import { schemaOf } from './schema-of.ts';

export const sessionRoutes: FastifyPluginAsyncZod = async (app) => {
  app.post(
    signIn.url,
    { schema: schemaOf(signIn), config: { open: true, rateLimit: oftenEnough } },
    async (request, reply) => {
      const link = keyOf(request.body.token);
      if (!(await enter(reply, (session) => openSession(app.db, link, session, lifetimeHours)))) {
        throw new ProblemError(
          401,
          'This link does not work',
          'It was used already, is over, or was cut off on its way.',
          'Ask for a new link.',
        );
      }
      return { signedIn: true as const };
    },
  );

  app.post(signOut.url, { schema: schemaOf(signOut) }, async (request, reply) => {
    const token = sessionToken(request);
    if (token !== undefined) await endSession(app.db, keyOf(token), request.body?.everywhere === true);
    takeSession(reply);
    return { signedOut: true as const };
  });

  app.get(getMe.url, { schema: schemaOf(getMe) }, (request) =>
    request.read(async (db, { personId, roles, steward, language }) => ({
      personId,
      ...(await me(db, personId)),
      roles: [...roles],
      steward,
      language,
    })),
  );

  app.get(listOwnDefinitions.url, { schema: schemaOf(listOwnDefinitions) }, (request) =>
    request.read((db) => ownDefinitions(db)),
  );

  app.get(listDefinitions.url, { schema: schemaOf(listDefinitions), config: { open: true } }, async (request) =>
    definitions().map((one) => speechIn(request.language).method(one)),
  );
};
