import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { decideWaitingSignIn, listSignInWays, listWaitingSignIns } from '../contract/providers.ts';
import { oftenEnough } from '../plugins/often-enough.ts';
import { stewardsOnly } from '../plugins/stewards-only.ts';
import { notFound } from '../problem.ts';
import { beginFlow, decideSignIn, enterByProvider, providers, takeFlow, waiting } from '../queries/providers.ts';
import { enter } from '../sign-in/enter.ts';
import { flowToken, giveFlow, takeFlowCookie } from '../sign-in/flow-cookie.ts';
import { authorizeUrl, vouchedBy } from '../sign-in/oidc.ts';
import { freshToken, keyOf, lifetimeHours } from '../sign-in/token.ts';
import { schemaOf } from './schema-of.ts';

const callback = '/sign-in/oidc/callback';

export const providerRoutes: FastifyPluginAsyncZod = async (app) => {
  const config = { open: true, rateLimit: oftenEnough };
  const addressOf = ({ protocol, host }: FastifyRequest, path: string) => `${protocol}://${host}${app.prefix}${path}`;

  app.get(listSignInWays.url, { schema: schemaOf(listSignInWays), config: { open: true } }, async () =>
    (await providers(app.db))
      .filter(({ kind }) => kind === 'oidc')
      .map(({ providerId, title }) => ({
        providerId,
        title,
        start: `${app.prefix}/sign-in/oidc/${String(providerId)}`,
      })),
  );

  const params = z.object({ providerId: z.coerce.number().int() });
  app.get('/sign-in/oidc/:providerId', { schema: { params, hide: true }, config }, async (request, reply) => {
    const provider = (await providers(app.db)).find(
      ({ kind, providerId }) => kind === 'oidc' && providerId === request.params.providerId,
    );
    if (!provider) throw notFound('way to sign in');
    const [state, browser, nonce, verifier] = [freshToken(), freshToken(), freshToken(), freshToken()];
    const url = await authorizeUrl(provider, app.secretKey, {
      redirectUri: addressOf(request, callback),
      state,
      nonce,
      verifier,
    });
    await beginFlow(app.db, provider, { state: keyOf(state), browser: keyOf(browser), nonce, verifier });
    giveFlow(reply, browser, 'link');
    return reply.redirect(url.href);
  });

  app.get(callback, { schema: { hide: true }, config }, async (request, reply) => {
    const answer = new URL(addressOf(request, callback) + request.url.slice(request.url.indexOf('?')));
    const [state, browser] = [answer.searchParams.get('state'), flowToken(request)];
    takeFlowCookie(reply);
    const flow =
      state === null || browser === undefined ? undefined : await takeFlow(app.db, keyOf(state), keyOf(browser));
    const provider = flow && (await providers(app.db)).find(({ providerId }) => providerId === flow.providerId);
    if (state === null || !provider || flow.verifier === null) return reply.redirect('/sign-in?trouble=over');
    const { nonce, verifier } = flow;
    const vouched = await vouchedBy(provider, app.secretKey, answer, { state, nonce, verifier }).catch(
      (error: unknown) => {
        request.log.warn({ code: (error as { code?: unknown }).code }, 'a provider was not believed');
        return undefined;
      },
    );
    if (!vouched) return reply.redirect('/sign-in?trouble=refused');
    const entered = await enter(
      reply,
      async (session) => (await enterByProvider(app.db, vouched, session, lifetimeHours)).entered,
    );
    return reply.redirect(entered ? '/' : '/sign-in?trouble=waiting');
  });

  app.get(listWaitingSignIns.url, { schema: schemaOf(listWaitingSignIns), onRequest: stewardsOnly }, (request) =>
    request.read(waiting),
  );

  app.post(
    decideWaitingSignIn.url,
    { schema: schemaOf(decideWaitingSignIn), onRequest: stewardsOnly },
    async (request) => {
      const { waitingId } = request.params;
      if (!(await request.write((db) => decideSignIn(db, waitingId, request.body.email)))) throw notFound('person');
      return { decided: true as const };
    },
  );
};
