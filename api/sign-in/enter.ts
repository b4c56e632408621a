import type { FastifyReply } from 'fastify';
import { endSession } from '../queries/sessions.ts';
import { giveSession, sessionToken } from './cookie.ts';
import { freshToken, keyOf } from './token.ts';

/**
 * Every way in ends here: a new token at every sign-in, so that a session planted before is never the one that is
 * signed in, and whatever session the browser had is ended. False where `open` opened none.
 */
export async function enter(reply: FastifyReply, open: (session: Buffer) => Promise<boolean>): Promise<boolean> {
  const [before, token] = [sessionToken(reply.request), freshToken()];
  if (!(await open(keyOf(token)))) return false;
  if (before !== undefined) await endSession(reply.server.db, keyOf(before));
  giveSession(reply, token);
  return true;
}
