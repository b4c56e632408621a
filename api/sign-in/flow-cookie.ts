import type { FastifyReply, FastifyRequest } from 'fastify';

const name = 'kith_flow';

/** What binds a sign-in at a provider to the browser that began it. */
export const flowToken = (request: FastifyRequest): string | undefined => request.cookies[name];

/**
 * @param from `link`: the provider sends the browser back by a link; `form`: by a form of its own page, to which a
 * browser adds only cookies that allow other sites. Those have to be secure; on plain http browsers are lenient for two minutes.
 */
export function giveFlow(reply: FastifyReply, token: string, from: 'link' | 'form'): void {
  const secure = reply.request.protocol === 'https';
  void reply.setCookie(name, token, {
    path: '/',
    httpOnly: true,
    secure,
    maxAge: 600,
    ...(from === 'link' ? { sameSite: 'lax' as const } : secure ? { sameSite: 'none' as const } : {}),
  });
}

export const takeFlowCookie = (reply: FastifyReply): void => void reply.clearCookie(name, { path: '/' });
