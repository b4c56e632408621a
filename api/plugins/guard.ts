import type { FastifyRequest } from 'fastify';
import plugin from 'fastify-plugin';
import { ProblemError } from '../problem.ts';

/**
 * The guard at the folder's door: nobody without a session, but for the routes that make one; and no write that another
 * site's page could have sent. A page of another site cannot set the header without a preflight, which nobody answers;
 * where the browser says where a request comes from, that is held against it too.
 */
export const guard = plugin(
  async (app) => {
    app.addHook('onRequest', async (request) => {
      if (request.method !== 'GET' && request.method !== 'HEAD' && isForged(request)) {
        throw new ProblemError(
          403,
          'Not accepted',
          'This request did not come from a page of Kith.',
          'Use the button on the page.',
        );
      }
      if (request.reader?.scopes !== undefined && !isInScope(request, request.reader.scopes)) {
        throw new ProblemError(403, 'Out of scope', 'This token is not for that.', 'Sign in, or use another token.');
      }
      if (request.reader === null && request.routeOptions.config.open !== true) {
        throw new ProblemError(
          401,
          'Not signed in',
          'Sign in to see this.',
          'Open your sign-in link, or ask for a new one.',
        );
      }
    });
  },
  { name: 'guard', fastify: '5.x', dependencies: ['session'] },
);

/** Programs read, and only what a route says is of a scope of theirs. */
const isInScope = ({ method, routeOptions }: FastifyRequest, scopes: readonly string[]): boolean =>
  (method === 'GET' || method === 'HEAD') && scopes.includes(routeOptions.config.scope ?? '');

function isForged({ headers, host }: FastifyRequest): boolean {
  const site = headers['sec-fetch-site'];
  if (site === 'cross-site' || site === 'same-site') return true;
  return headers['x-kith'] !== '1' || (headers.origin !== undefined && hostOf(headers.origin) !== host);
}

/** Of `Origin: https://kith.example.edu`. The scheme is left out: a proxy may speak plain http to Kith. */
function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** True: answers without a session. */
    readonly open?: boolean;
    /** A token of this scope may read it. */
    readonly scope?: 'exports' | 'programmes';
  }
}
