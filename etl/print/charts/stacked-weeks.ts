import { box, colours, type Picture, type Shape } from '../picture.ts';
import { across, down, frame, grid } from './frame.ts';

/** One bar: parts from below in the order of the keys. A part that is left out is null: then so is the bar. */
export interface StackedWeek {
  readonly label: string;
  readonly parts: readonly (number | null)[];
}

export interface StackKey {
  readonly text: string;
  readonly colour: string;
}

/** Keys in a row of the legend, and how high a row is. */
const inRow = 3;
const legendRow = 14;

/** Shares of a whole by week, from 0 to 100 %. A week of which a part is left out is an outline, not a guess. */
export function stackedWeeks(weeks: readonly StackedWeek[], keys: readonly StackKey[]): Picture {
  const heights = [0, 0.25, 0.5, 0.75, 1].map((at) => ({ at, text: `${String(at * 100)} %` }));
  const width = Math.min(28, (0.7 * (frame.width - frame.left - frame.right)) / Math.max(1, weeks.length));
  const bar = (from: number, to: number, place: number) =>
    box(across(place, weeks.length) - width / 2, down(to), width, down(from) - down(to));
  return {
    width: frame.width,
    height: frame.height + 6 + legendRow * Math.ceil(keys.length / inRow),
    shapes: [
      ...grid(
        weeks.map(({ label }) => label),
        heights,
      ),
      ...weeks.flatMap(({ parts }, place): Shape[] => {
        const known = parts.filter((part) => part !== null);
        const whole = known.reduce((sum, part) => sum + part, 0);
        if (known.length < parts.length || whole === 0)
          return [{ kind: 'path', d: bar(0, 1, place), stroke: colours.second, width: 0.75, dashed: true }];
        let from = 0;
        return known.map((part, key): Shape => {
          const to = from + part / whole;
          const shape: Shape = { kind: 'path', d: bar(from, to, place), fill: keys[key]!.colour };
          from = to;
          return shape;
        });
      }),
      ...legendOf(keys),
    ],
  };
}

/** In rows of equal columns, below the weeks. */
function legendOf(keys: readonly StackKey[]): Shape[] {
  const column = (frame.width - frame.left) / inRow;
  return keys.flatMap(({ text, colour }, place): Shape[] => {
    const x = frame.left + (place % inRow) * column;
    const y = frame.height + 4 + legendRow * Math.floor(place / inRow);
    return [
      { kind: 'path', d: box(x, y, 9, 9), fill: colour, stroke: colours.second, width: 0.5 },
      { kind: 'text', x: x + 13, y: y + 8, text, size: 8 },
    ];
  });
}
