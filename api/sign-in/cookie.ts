import type { FastifyReply, FastifyRequest } from 'fastify';
import { lifetimeHours } from './token.ts';

/** On https the name itself forbids that another host of the domain plants the cookie. */
const nameFor = (request: FastifyRequest): string =>
  request.protocol === 'https' ? '__Host-kith_session' : 'kith_session';

/** The session's token as the browser brought it. */
export const sessionToken = (request: FastifyRequest): string | undefined => request.cookies[nameFor(request)];

/** Same-site Lax: a link from a mail opens the page signed in; a form of another site does not. */
export function giveSession(reply: FastifyReply, token: string): void {
  const { request } = reply;
  void reply.setCookie(nameFor(request), token, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: request.protocol === 'https',
    maxAge: lifetimeHours * 3600,
  });
}

export function takeSession(reply: FastifyReply): void {
  void reply.clearCookie(nameFor(reply.request), { path: '/', secure: reply.request.protocol === 'https' });
}
