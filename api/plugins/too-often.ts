import type { FastifyReply } from 'fastify';
import { ProblemError } from '../problem.ts';

/** What a limit of `@fastify/rate-limit` says of one request. */
interface Counted {
  readonly isAllowed: boolean;
  readonly isExceeded?: boolean;
  readonly ttlInSeconds?: number;
}

/** @throws 429 with Retry-After, where the limit is reached */
export function tooOften(reply: FastifyReply, counted: Counted, next: string): void {
  if (counted.isAllowed || counted.isExceeded !== true) return;
  void reply.header('retry-after', counted.ttlInSeconds ?? 60);
  throw new ProblemError(429, 'Too often', 'More requests came than one minute has room for.', next);
}
