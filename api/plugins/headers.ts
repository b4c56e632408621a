import helmet from '@fastify/helmet';
import plugin from 'fastify-plugin';

const none = ["'none'"];

/**
 * What every answer says to the browser, pages and their files among them: what it is not to guess, to frame, to send on
 * or to keep. Set on the raw answer, so that it also stands on what SvelteKit answers; whoever answers may set another
 * (the pages their policy with a nonce, their files how long they are kept).
 */
export const headers = plugin(
  async (app) => {
    await app.register(helmet, {
      contentSecurityPolicy: {
        useDefaults: false,
        directives: { defaultSrc: none, baseUri: none, formAction: none, frameAncestors: none },
      },
      frameguard: { action: 'deny' },
      referrerPolicy: { policy: 'same-origin' },
    });
    app.addHook('onRequest', async (_request, reply) => {
      reply.raw.setHeader('cache-control', 'no-store');
      reply.raw.setHeader('permissions-policy', 'camera=(), geolocation=(), microphone=()');
    });
  },
  { name: 'headers', fastify: '5.x' },
);
