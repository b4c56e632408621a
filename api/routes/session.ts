import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { getMe, signIn, signOut } from '../contract/session.ts';
import { listDefinitions } from '../contract/definitions.ts';
import { cookieOptions, sessionCookie, signInWith, signOutOf } from '../plugins/session.ts';
import { ProblemError } from '../problem.ts';
import { definitions } from '../queries/definitions.ts';
import { me } from '../queries/me.ts';
import { schemaOf } from './schema-of.ts';

export const sessionRoutes: FastifyPluginAsyncZod = async (app) => {
  // A new token at every sign-in: a session that was planted before is never the one that is signed in.
  app.post(signIn.url, { schema: schemaOf(signIn), config: { open: true } }, async (request, reply) => {
    const token = await signInWith(app.db, request.body.token);
    if (token === undefined) {
      throw new ProblemError(
        401,
        'This link does not work',
        'It was used already, is over, or was cut off on its way.',
        'Ask for a new link.',
      );
    }
    reply.setCookie(sessionCookie, token, cookieOptions(request.protocol === 'https'));
    return { signedIn: true as const };
  });

  app.post(signOut.url, { schema: schemaOf(signOut) }, async (request, reply) => {
    const token = request.cookies[sessionCookie];
    if (token !== undefined) await signOutOf(app.db, token);
    reply.clearCookie(sessionCookie, { path: '/' });
    return { signedOut: true as const };
  });

  app.get(getMe.url, { schema: schemaOf(getMe) }, (request) =>
    request.read(async (db, { personId, roles, steward }) => ({
      personId,
      ...(await me(db, personId)),
      roles: [...roles],
      steward,
    })),
  );

  app.get(listDefinitions.url, { schema: schemaOf(listDefinitions), config: { open: true } }, async () =>
    definitions(),
  );
};
