import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { oftenEnough } from '../plugins/often-enough.ts';
import { notFound } from '../problem.ts';
import { beginFlow, enterByProvider, offerRoster, providers, publicKeys, takeFlow } from '../queries/providers.ts';
import { enter } from '../sign-in/enter.ts';
import { flowToken, giveFlow, takeFlowCookie } from '../sign-in/flow-cookie.ts';
import { launched, TestUserLaunch } from '../sign-in/lti.ts';
import { ownWindow, ownWindowPolicy } from '../sign-in/own-window.ts';
import { freshToken, keyOf, lifetimeHours } from '../sign-in/token.ts';

/** What a platform sends to begin (1EdTech security framework 1.0, §5.1.1.1); it may send more. */
const Initiation = z.object({
  iss: z.string(),
  login_hint: z.string(),
  target_link_uri: z.string(),
  client_id: z.string().optional(),
  lti_message_hint: z.string().optional(),
});
const Answer = z.object({ state: z.string(), id_token: z.string().max(32_768) });

/** Launches of a learning platform (LTI 1.3). A platform posts forms, and from its own site: no other route allows that. */
export const ltiRoutes: FastifyPluginAsyncZod = async (app) => {
  const config = { rateLimit: oftenEnough };
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) => {
    done(null, Object.fromEntries(new URLSearchParams(String(body))));
  });

  const begin = async (request: FastifyRequest, reply: FastifyReply, said: z.infer<typeof Initiation>) => {
    const { iss, client_id: clientId, login_hint: hint, lti_message_hint: messageHint } = said;
    const mine = (await providers(app.db)).filter(
      (one) => one.kind === 'lti' && one.issuer === iss && (clientId === undefined || one.clientId === clientId),
    );
    const [platform] = mine;
    const authorizeUrl = platform?.authorizeUrl ?? undefined;
    if (platform === undefined || authorizeUrl === undefined || mine.length > 1) throw notFound('learning platform');
    if (request.headers['sec-fetch-dest'] === 'iframe') {
      void reply.header('content-security-policy', ownWindowPolicy(authorizeUrl)).type('text/html');
      reply.raw.removeHeader('x-frame-options'); // the policy says who may frame it
      const fields = Object.entries(said).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
      return reply.send(ownWindow(Object.fromEntries(fields) as Record<string, string>));
    }
    const [state, browser, nonce] = [freshToken(), freshToken(), freshToken()];
    await beginFlow(app.db, platform, { state: keyOf(state), browser: keyOf(browser), nonce, verifier: null });
    giveFlow(reply, browser, 'form');
    const url = new URL(authorizeUrl);
    const parameters = {
      scope: 'openid',
      response_type: 'id_token',
      response_mode: 'form_post',
      prompt: 'none',
      client_id: platform.clientId,
      redirect_uri: `${request.protocol}://${request.host}/lti/launch`,
      login_hint: hint,
      state,
      nonce,
      ...(messageHint === undefined ? {} : { lti_message_hint: messageHint }),
    };
    for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
    return reply.redirect(url.href);
  };

  app.get('/login', { schema: { querystring: Initiation, hide: true }, config }, (request, reply) =>
    begin(request, reply, request.query),
  );
  app.post('/login', { schema: { body: Initiation, hide: true }, config }, (request, reply) =>
    begin(request, reply, request.body),
  );

  app.post('/launch', { schema: { body: Answer, hide: true }, config }, async (request, reply) => {
    const browser = flowToken(request);
    takeFlowCookie(reply);
    const flow = browser === undefined ? undefined : await takeFlow(app.db, keyOf(request.body.state), keyOf(browser));
    const platform =
      flow && (await providers(app.db)).find((one) => one.kind === 'lti' && one.providerId === flow.providerId);
    if (!platform) return reply.redirect('/sign-in?trouble=over', 303);
    const vouched = await launched(platform, request.body.id_token, flow.nonce).catch((error: unknown) => {
      request.log.warn({ code: (error as { code?: unknown }).code }, 'a launch was not believed');
      return error instanceof TestUserLaunch ? 'test-user' : 'refused';
    });
    if (typeof vouched === 'string') return reply.redirect(`/sign-in?trouble=${vouched}`, 303);
    // Whoever launches: the platform signed it, and the roster tells Kith who they are the next time.
    await offerRoster(app.db, vouched);
    let landing = '/';
    const entered = await enter(reply, async (session) => {
      const done = await enterByProvider(app.db, vouched, session, lifetimeHours);
      if (done.courseId !== null) landing = `/courses/${String(done.courseId)}`;
      return done.entered;
    });
    return reply.redirect(entered ? landing : '/sign-in?trouble=waiting', 303);
  });

  app.get('/jwks.json', { schema: { hide: true } }, async (_request, reply) => {
    void reply.header('cache-control', 'public, max-age=300');
    return { keys: await publicKeys(app.db) };
  });
};
