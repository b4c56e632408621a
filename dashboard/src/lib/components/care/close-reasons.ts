import type { Case } from '../../api/types.ts';

type CloseReason = NonNullable<Case['closeReason']>;

/** How a case may end, the best end first. */
export const closeReasons = [
  'reached',
  'resolved',
  'elsewhere',
  'declined',
  'mistaken',
] as const satisfies readonly CloseReason[];
