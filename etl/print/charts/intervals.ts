import { colours, dot, line, type Picture, type Shape } from '../picture.ts';

/** One line: a value with its interval, on the scale of the others; null: not known or left out, and said by `instead`. */
export interface IntervalRow {
  readonly label: string;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** What stands at its right: the number in words. */
  readonly text: string;
}

const row = 18;
const [left, right, width] = [170, 110, 500];

/** Values with their intervals below each other, for comparing: where two lines overlap, no order is known. */
export function intervals(rows: readonly IntervalRow[], { from, to }: { from: number; to: number }): Picture {
  const x = (value: number) => left + ((value - from) / (to - from)) * (width - left - right);
  const height = rows.length * row + 22;
  return {
    width,
    height,
    shapes: [
      ...[0, 0.5, 1].flatMap((share): Shape[] => {
        const value = from + share * (to - from);
        return [
          { kind: 'path', d: line(x(value), 4, x(value), height - 16), stroke: colours.line, width: 0.75 },
          { kind: 'text', x: x(value), y: height - 4, text: String(Math.round(value * 10) / 10), anchor: 'middle' },
        ];
      }),
      ...rows.flatMap(({ label, value, low, high, text }, place): Shape[] => {
        const y = 4 + (place + 0.5) * row;
        const words: Shape[] = [
          { kind: 'text', x: 0, y: y + 3, text: shortened(label) },
          { kind: 'text', x: width, y: y + 3, text, anchor: 'end' },
        ];
        if (value === null) return words;
        const reach: Shape[] =
          low === null || high === null
            ? []
            : [{ kind: 'path', d: line(x(low), y, x(high), y), stroke: colours.accent, width: 2 }];
        return [...words, ...reach, { kind: 'path', d: dot(x(value), y, 3), fill: colours.accent }];
      }),
    ],
  };
}

const shortened = (label: string): string => (label.length <= 30 ? label : `${label.slice(0, 29)}…`);
