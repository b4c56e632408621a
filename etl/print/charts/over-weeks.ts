import { colours, dot, through, type Picture, type Shape } from '../picture.ts';
import { across, down, frame, grid } from './frame.ts';

/** One week of a line: a value with its interval, all on the same scale; null: not known, a gap and never a zero. */
export interface WeekPoint {
  readonly label: string;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** A line over weeks from 0 to `most`, with the shade of its interval around it. */
export function overWeeks(weeks: readonly WeekPoint[], most: number): Picture {
  const heights = [0, 0.25, 0.5, 0.75, 1].map((at) => ({ at, text: String(at * most) }));
  const at = (place: number, value: number) => [across(place, weeks.length), down(value / most)] as const;
  const runs = withoutGaps(weeks);
  return {
    width: frame.width,
    height: frame.height,
    shapes: [
      ...grid(
        weeks.map(({ label }) => label),
        heights,
      ),
      ...runs.flatMap((run): Shape[] => [
        ...shade(run, at),
        {
          kind: 'path',
          d: through(run.map(({ place, value }) => at(place, value))),
          stroke: colours.accent,
          width: 1.75,
        },
        ...run.map(({ place, value }): Shape => {
          const [x, y] = at(place, value);
          return { kind: 'path', d: dot(x, y, 2.2), fill: colours.accent };
        }),
      ]),
    ],
  };
}

interface Known extends WeekPoint {
  readonly place: number;
  readonly value: number;
}

/** Weeks with a value, cut where one has none. */
function withoutGaps(weeks: readonly WeekPoint[]): Known[][] {
  const runs: Known[][] = [[]];
  weeks.forEach((week, place) => {
    if (week.value !== null) runs.at(-1)!.push({ ...week, place, value: week.value });
    else if (runs.at(-1)!.length > 0) runs.push([]);
  });
  return runs.filter((run) => run.length > 0);
}

function shade(run: readonly Known[], at: (place: number, value: number) => readonly [number, number]): Shape[] {
  const known = run.flatMap(({ place, low, high }) => (low === null || high === null ? [] : [{ place, low, high }]));
  if (known.length < 2) return [];
  const outline = [
    ...known.map(({ place, high }) => at(place, high)),
    ...known.toReversed().map(({ place, low }) => at(place, low)),
  ];
  return [{ kind: 'path', d: through(outline, true), fill: colours.pale }];
}
