/**
 * Theil-Sen slope: the median of the slopes between all pairs of points, so that one odd week does not make a trend.
 *
 * Unit of y per unit of x. Pairs at the same x have no slope and are left out; null where no pair is left.
 *
 * Theil, H. (1950). A rank-invariant method of linear and polynomial regression analysis. Proc. KNAW 53, 386–392.
 * Sen, P. K. (1968). Estimates of the regression coefficient based on Kendall's tau. JASA 63, 1379–1389.
 */
import { median } from './median.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export function theilSenSlope(points: readonly Point[]): number | null {
  const slopes = points.flatMap((one, index) =>
    points.slice(index + 1).flatMap((other) => (other.x === one.x ? [] : [(other.y - one.y) / (other.x - one.x)])),
  );
  return median(slopes);
}
