import type { Node } from '../../api/types.ts';

/** How large, wide and pale things are drawn. Size says how many people, never how good or bad. */

const crowded = 150; // people from which everything is drawn smaller

/** Pixels, by the share of the largest circle of acquaintances; a circle of 16 or fewer people is never "largest". */
export const radiusOf = (peers: number, most: number, people: number): number =>
  (4 + 9 * Math.sqrt(peers / Math.max(16, most))) * (people > crowded ? 0.65 : 1);

/** Reply equivalents to pixels; beyond four replies it stays. */
export const widthOf = (strength: number): number => 0.7 + 0.9 * Math.min(4, strength);

/** Fresh ties are plain, ties of six weeks ago nearly gone; many lines are all drawn fainter. */
export const opacityOf = (ageDays: number, lines: number): number =>
  (0.14 + 0.56 * (1 - Math.min(42, Math.max(0, ageDays)) / 42)) * (lines > 250 ? 0.6 : 1);

/** A cell of the matrix: one reply is plainly seen, four are as dark as it gets. */
export const opacityOfCell = (strength: number): number => 0.25 + 0.75 * Math.min(1, strength / 4);

/** A place of the picture: -1..1 of the API onto the paper, with room for names at the edge. */
export const placeOf = ({ x, y }: Pick<Node, 'x' | 'y'>, width: number, height: number) => ({
  x: width / 2 + x * (width / 2 - 36),
  y: height / 2 + y * (height / 2 - 24),
});

/** Isolates stand in rows of their own. Shape and gap in pixels. */
export const isolateGap = 18;

export function isolatePlaces(count: number, width: number): { places: { x: number; y: number }[]; height: number } {
  const perRow = Math.max(1, Math.floor((width - 20) / isolateGap));
  const places = Array.from({ length: count }, (_, index) => ({
    x: 10 + (index % perRow) * isolateGap + isolateGap / 2,
    y: Math.floor(index / perRow) * isolateGap + isolateGap / 2,
  }));
  return { places, height: Math.ceil(count / perRow) * isolateGap };
}
