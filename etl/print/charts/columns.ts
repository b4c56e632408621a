import { box, colours, type Picture, type Shape } from '../picture.ts';

/** One column; null: left out, which is not zero. */
export interface Column {
  readonly label: string;
  readonly value: number | null;
}

const [width, height, base, top] = [350, 150, 130, 18];

/** Counts as columns from zero, each with its number; what is left out is an empty box with a dash. */
export function columns(all: readonly Column[]): Picture {
  const most = Math.max(1, ...all.map(({ value }) => value ?? 0));
  const step = (width - 10) / Math.max(1, all.length);
  return {
    width,
    height,
    shapes: [
      { kind: 'path', d: box(5, base, width - 10, 0), stroke: colours.line, width: 0.75 },
      ...all.flatMap(({ label, value }, place): Shape[] => {
        const x = 5 + place * step;
        const tall = value === null ? 12 : (value / most) * (base - top);
        const column = box(x + step * 0.15, base - tall, step * 0.7, tall);
        const middle = { x: x + step / 2, anchor: 'middle' } as const;
        return [
          value === null
            ? { kind: 'path', d: column, stroke: colours.second, width: 0.75, dashed: true }
            : { kind: 'path', d: column, fill: colours.accent },
          { kind: 'text', ...middle, y: base - tall - 3, text: value === null ? '–' : String(value) },
          { kind: 'text', ...middle, y: height - 6, text: label },
        ];
      }),
    ],
  };
}
