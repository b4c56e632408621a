import { colours, line, through, type Picture, type Shape } from '../picture.ts';

/** One line, named at the right in the same stroke, so that grey paper tells it from the others. */
export interface CurveLine {
  readonly name: string;
  readonly points: readonly (readonly [x: number, y: number])[];
}

export interface CurveScale {
  /** Upper end of the scale at the left; it begins at 0. */
  readonly most: number;
  /** What stands at 0, half way and the end of each scale. */
  readonly ticks: { readonly x: readonly [string, string, string]; readonly y: readonly [string, string, string] };
  /** What chance, or a true probability, would reach; drawn faintly. */
  readonly chance?: readonly (readonly [x: number, y: number])[];
}

const [left, top, side, width, height] = [34, 8, 240, 350, 272];
const strokes = [
  { stroke: colours.accent, width: 2.5, dashed: false },
  { stroke: colours.high, width: 1.25, dashed: [7, 3] },
  { stroke: colours.ink, width: 1.25, dashed: [2, 2] },
  { stroke: colours.elevated, width: 1.75, dashed: [12, 3] },
  { stroke: colours.second, width: 1.25, dashed: [1, 3] },
  { stroke: colours.connected, width: 1.25, dashed: [4, 4] },
] as const;

/** Lines over a scale of 0 to 1, the first one the strongest. */
export function curves(lines: readonly CurveLine[], { most, ticks, chance = [] }: CurveScale): Picture {
  const at = ([x, y]: readonly [number, number]): [number, number] => [
    left + x * side,
    top + side - (Math.min(y, most) / most) * side,
  ];
  return {
    width,
    height,
    shapes: [
      ...[0, 0.5, 1].flatMap((share, place): Shape[] => {
        const [x, y] = at([share, share * most]);
        return [
          { kind: 'path', d: line(x, top, x, top + side), stroke: colours.line, width: 0.75 },
          { kind: 'path', d: line(left, y, left + side, y), stroke: colours.line, width: 0.75 },
          { kind: 'text', x, y: height - 10, text: ticks.x[place]!, anchor: 'middle' },
          { kind: 'text', x: left - 4, y: y + 3, text: ticks.y[place]!, anchor: 'end' },
        ];
      }),
      ...(chance.length > 0
        ? [{ kind: 'path', d: through(chance.map(at)), stroke: colours.second, width: 0.75, dashed: true } as const]
        : []),
      // The first lies on top.
      ...lines
        .map(({ points }, place): Shape => ({ kind: 'path', d: through(points.map(at)), ...strokes[place % 6]! }))
        .reverse(),
      ...lines.flatMap(({ name }, place): Shape[] => {
        const y = top + 10 + place * 18;
        const x = left + side + 12;
        return [
          { kind: 'path', d: line(x, y, x + 26, y), ...strokes[place % 6]! },
          { kind: 'text', x: x + 30, y: y + 3, text: name },
        ];
      }),
    ],
  };
}
