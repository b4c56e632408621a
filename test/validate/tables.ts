import type { FairnessCheck } from '@kith/etl/backtest/metrics/fairness.ts';

/** Flag rates by group, with what may be said of their difference. */
export function fairness(title: string, { groups, ratio, p, alarm }: FairnessCheck): string {
  return [
    table(
      [title, 'learners', 'rate', '95 % interval'],
      groups.map(({ group, learners, rate, interval }) => [
        group,
        String(learners),
        share(rate),
        interval ? `${interval.low.toFixed(2)} to ${interval.high.toFixed(2)}` : '',
      ]),
    ),
    `Highest over lowest: ${ratio === null ? 'not defined' : ratio.toFixed(2)}; groups dealt at random differ as much with p = ${p?.toFixed(3) ?? 'not defined'}; ${alarm ? '**alarm**' : 'no alarm'}.`,
  ].join('\n\n');
}

/** Null and what was never planted are a dash. */
export const share = (value: number | null | undefined): string =>
  value === null || value === undefined ? '–' : value.toFixed(2);

/** A table of Markdown. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}
