import type { CourseIndicator, CourseSnapshot } from '../../indicator.ts';
import { redrawShare, sumOf, type Share } from './share.ts';

/**
 * All that an indicator does that is a share. Its parts are by learner, so that it can be drawn again, and their sums
 * are pooled: over several courses it is parts over wholes, never a mean of shares.
 *
 * @param atLeast how large the whole must be
 */
export const asShare = (parts: (snapshot: CourseSnapshot) => Share | null, atLeast = 1) =>
  ({
    pool(snapshot) {
      const share = parts(snapshot);
      return share === null ? null : { part: sumOf(share.part), whole: sumOf(share.whole) };
    },
    among(snapshot, some) {
      const share = parts(snapshot);
      return share === null ? null : { part: sumOf(share.part, some), whole: sumOf(share.whole, some) };
    },
    value: ({ part = 0, whole = 0 }) => (whole > 0 && whole >= atLeast ? part / whole : null),
    redraw: (snapshot) => redrawShare(parts(snapshot)),
  }) satisfies Pick<CourseIndicator, 'pool' | 'among' | 'value' | 'redraw'>;
