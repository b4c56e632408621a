import { colours, line, type Shape } from '../picture.ts';

/** Where a chart over weeks draws: the page's width, room for numbers at the left and for weeks below. */
export const frame = { width: 500, height: 190, left: 34, right: 12, top: 12, bottom: 26 } as const;

/** From a share of the height, 0..1, to a place on the page. */
export const across = (place: number, of: number): number =>
  frame.left + ((place + 0.5) / of) * (frame.width - frame.left - frame.right);
export const down = (share: number): number =>
  frame.height - frame.bottom - share * (frame.height - frame.top - frame.bottom);

/** Light lines at five heights with their numbers, and weeks below: of many, not every one. */
export function grid(labels: readonly string[], heights: readonly { at: number; text: string }[]): Shape[] {
  const every = Math.ceil(labels.length / 16);
  return [
    ...heights.flatMap(({ at, text }): Shape[] => [
      {
        kind: 'path',
        d: line(frame.left, down(at), frame.width - frame.right, down(at)),
        stroke: colours.line,
        width: 0.75,
      },
      { kind: 'text', x: frame.left - 6, y: down(at) + 3, text, anchor: 'end' },
    ]),
    ...labels.flatMap((text, place): Shape[] =>
      place % every === 0
        ? [{ kind: 'text', x: across(place, labels.length), y: frame.height - 8, text, anchor: 'middle' }]
        : [],
    ),
  ];
}
