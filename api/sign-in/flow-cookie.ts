import type { FastifyReply, FastifyRequest } from 'fastify';

/** On https the name itself forbids that another host of the domain plants the cookie. */
const nameFor = ({ protocol }: FastifyRequest): string => (protocol === 'https' ? '__Host-kith_flow' : 'kith_flow');

/** What binds a sign-in at a provider to the browser that began it. */
export const flowToken = (request: FastifyRequest): string | undefined => request.cookies[nameFor(request)];

/**
 * @param from `link`: the provider sends the browser back by a link; `form`: by a form of its own page, to which a
 * browser adds only cookies that allow other sites. Those have to be secure; on plain http browsers are lenient for two minutes.
 */
export function giveFlow(reply: FastifyReply, token: string, from: 'link' | 'form'): void {
  const secure = reply.request.protocol === 'https';
  void reply.setCookie(nameFor(reply.request), token, {
    path: '/',
    httpOnly: true,
    secure,
    maxAge: 600,
    ...(from === 'link' ? { sameSite: 'lax' as const } : secure ? { sameSite: 'none' as const } : {}),
  });
}

export const takeFlowCookie = (reply: FastifyReply): void =>
  void reply.clearCookie(nameFor(reply.request), { path: '/', secure: reply.request.protocol === 'https' });
