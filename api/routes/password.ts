import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { setPassword as setPasswordEndpoint, signInWithPassword } from '../contract/password.ts';
import { ProblemError } from '../problem.ts';
import { passPassword, passwordLinkIsGood, setPassword, signInAs, tryPassword } from '../queries/local-accounts.ts';
import { Busy, hashPassword, isPassword } from '../sign-in/password.ts';
import { enter } from '../sign-in/enter.ts';
import { keyOf, lifetimeHours } from '../sign-in/token.ts';
import { oftenEnough } from '../plugins/often-enough.ts';
import { schemaOf } from './schema-of.ts';

export const passwordRoutes: FastifyPluginAsyncZod = async (app) => {
  const config = { open: true, rateLimit: oftenEnough };

  app.post(signInWithPassword.url, { schema: schemaOf(signInWithPassword), config }, async (request, reply) => {
    const { password } = request.body;
    const name = request.body.email.normalize('NFC').trim().toLowerCase();
    const found = await tryPassword(app.db, name, request.ip);
    if (found !== undefined && found.waitSeconds > 0) {
      void reply.header('retry-after', found.waitSeconds);
      throw wait(found.waitSeconds);
    }
    const right = await isPassword(found?.passwordHash ?? null, password).catch(busy);
    const { institutionId, personId = null } = found ?? {};
    if (!right || institutionId === undefined || personId === null) throw wrong();
    await passPassword(app.db, institutionId, name, request.ip);
    await enter(reply, (session) =>
      signInAs(app.db, { institutionId, personId, session, hours: lifetimeHours, way: 'password' }),
    );
    return { signedIn: true as const };
  });

  app.post(setPasswordEndpoint.url, { schema: schemaOf(setPasswordEndpoint), config }, async (request) => {
    const link = keyOf(request.body.token);
    // Hashing costs; whoever has no link is told so before.
    const good = await passwordLinkIsGood(app.db, link);
    if (!good || !(await setPassword(app.db, link, await hashPassword(request.body.password).catch(busy)))) {
      throw new ProblemError(
        401,
        'This link does not work',
        'It was used already, is over, or was cut off on its way.',
        'Ask for a new link.',
      );
    }
    return { set: true as const };
  });
};

function busy(error: unknown): never {
  if (!(error instanceof Busy)) throw error;
  throw new ProblemError(503, 'Busy', 'Very many people are signing in at this moment.', 'Try again in a minute.');
}

/** The same words whether the name or the password is wrong. */
const wrong = (): ProblemError =>
  new ProblemError(
    401,
    'Not signed in',
    'The address and the password do not belong together.',
    'Try again, or ask your data steward for a link that sets a new password.',
  );

const wait = (seconds: number): ProblemError =>
  new ProblemError(
    429,
    'Too many tries',
    `After several wrong passwords Kith waits. The next try counts in ${inWords(seconds)}.`,
    'Wait, or ask your data steward for a link that sets a new password.',
  );

const inWords = (seconds: number): string =>
  seconds < 90 ? `${String(seconds)} seconds` : `${String(Math.ceil(seconds / 60))} minutes`;
