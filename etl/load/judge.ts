import type { RowCounts } from './count.ts';
import type { Thresholds } from './request.ts';

/** Why a load must wait for a steward; undefined: it need not. */
export function redReason({ read, rejected }: RowCounts, limits: Thresholds): string | undefined {
  if (rejected <= limits.rejectedRows || rejected <= limits.rejectedShare * read) return undefined;
  const share = ((100 * rejected) / read).toFixed(1);
  return (
    `${rejected} of ${read} rows (${share} %) were refused, so nothing of this load is visible yet. ` +
    'Read why with "kith rejects", then take it with "kith runs accept" or drop it with "kith runs drop".'
  );
}
