import type { z } from 'zod';
import type { Reason } from '../contract/learner.ts';

type Whole = z.output<typeof Reason>;

/** A reason as a learner's week keeps it: without what follows from its parameters and its component. */
export type StoredReason = Omit<Whole, 'learnerValue' | 'usualValue' | 'usualBasis' | 'messageKey'> &
  Partial<Pick<Whole, 'usualBasis'>>;

export const wholeReason = (reason: StoredReason): Whole => ({
  ...reason,
  learnerValue: reason.params.value!,
  usualValue: reason.params.usual ?? null,
  usualBasis: reason.usualBasis ?? null,
  messageKey: `reason.${reason.component}`,
});
