import { ProblemError } from '../problem.ts';

/** How often one network address may try to sign in: a building full of people does, a machine that guesses does not. */
export const oftenEnough = {
  max: 60,
  timeWindow: '1 minute',
  errorResponseBuilder: () =>
    new ProblemError(
      429,
      'Too many tries',
      'From this network somebody tries to sign in very often.',
      'Wait a minute and try again.',
    ),
} as const;
