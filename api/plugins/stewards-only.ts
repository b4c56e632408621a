import type { FastifyRequest } from 'fastify';
import { ProblemError } from '../problem.ts';

/** Before everything that is for data stewards and admins. */
export async function stewardsOnly({ reader }: FastifyRequest): Promise<void> {
  if (reader === null || reader.steward) return; // the guard has the word about who is not signed in
  throw new ProblemError(403, 'For stewards', 'This is for data stewards and admins.', 'Ask your data steward.');
}
