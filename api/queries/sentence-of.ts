import type { CourseIndicator } from '@kith/etl/indicator.ts';

type Sayable = Pick<CourseIndicator, 'sentence' | 'unit' | 'horizon'>;

/**
 * An indicator's sentence with its number in it: shares as whole per cent, what is large without decimals. A waiting time
 * that was never over is told as more than it was followed (indicators §9.3.7).
 */
export function sentenceOf({ sentence, unit, horizon }: Sayable, value: number): string {
  if (horizon !== undefined && value >= horizon)
    return sentence.replace(/(about )?\{x\}/, `more than ${String(horizon)}`);
  return sentence.replace('{x}', inWords(value, unit));
}

function inWords(value: number, unit: string): string {
  if (unit === 'share') return `${String(Math.round(value * 100))} %`;
  return Number.isInteger(value) || Math.abs(value) >= 10 ? String(Math.round(value)) : value.toFixed(2);
}
