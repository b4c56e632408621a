import { wilson } from '../../measures/wilson.ts';
import type { Cell } from '../report.ts';

/** A share, 0..1, with its 95 % interval (Wilson 1927). */
export interface Rate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Of counts as they are told; null: one of them is left out, or nobody. */
export function rateOf(part: Cell, whole: Cell): Rate | null {
  if (typeof part !== 'number' || typeof whole !== 'number' || whole === 0) return null;
  const of = Math.min(part, whole);
  const { low, high } = wilson(of, whole)!;
  return { value: of / whole, low, high };
}
