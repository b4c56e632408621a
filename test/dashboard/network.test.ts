import type { Edge, Node } from '@kith/dashboard/lib/api/types.ts';
import { describe, expect, test } from 'vitest';
import { labelEvery, linear, runs } from '@kith/dashboard/lib/charts/scale.ts';
import { circlesOf, drawingOf, neighboursOf } from '@kith/dashboard/lib/components/network/draw.ts';
import { graphmlOf } from '@kith/dashboard/lib/components/network/graphml.ts';
import { matrixOf } from '@kith/dashboard/lib/components/network/matrix.ts';
import { kindsOf, toggled, usualKinds } from '@kith/dashboard/lib/components/network/kind-filter.ts';
import {
  isolatePlaces,
  opacityOf,
  placeOf,
  radiusOf,
  widthOf,
} from '@kith/dashboard/lib/components/network/measures.ts';

const node = (personId: number, peers: number): Node => ({
  personId,
  name: `Person ${personId}`,
  staff: false,
  peers,
  isolate: peers === 0,
  band: null,
  x: 0,
  y: 0,
  circle: null,
  bridge: false,
});

const edge = (source: number, target: number, special: Partial<Edge> = {}): Edge => ({
  source,
  target,
  directed: true,
  kind: 'reply',
  strength: 1,
  events: 1,
  ageDays: 10,
  ...special,
});

test('circles are counted among those who are drawn, and who is in none is in none', () => {
  const inCircle = (personId: number, circle: number | null): Node => ({ ...node(personId, 2), circle });
  const nodes = [inCircle(1, 2), inCircle(2, 1), inCircle(3, 1), inCircle(4, null)];
  expect(circlesOf(nodes)).toEqual([
    { circle: 1, size: 2 },
    { circle: 2, size: 1 },
  ]);
});

describe('the matrix', () => {
  test('circles stand together, isolates last, and every tie is drawn on both sides of the diagonal', () => {
    const nodes = [
      { ...node(1, 1), name: 'C', circle: 2 },
      { ...node(2, 1), name: 'B', circle: 1 },
      { ...node(3, 0), name: 'A' },
      { ...node(4, 1), name: 'D', circle: 1 },
    ];
    const { people, cells, blocks } = matrixOf(drawingOf(nodes, [edge(1, 2), edge(4, 2, { strength: 3 })]));
    expect(people.map(({ name }) => name)).toEqual(['B', 'D', 'C', 'A']);
    expect(cells.map(({ row, column, strength }) => [row, column, strength])).toEqual([
      [2, 0, 1],
      [0, 2, 1],
      [1, 0, 3],
      [0, 1, 3],
    ]);
    expect(blocks).toEqual([
      { circle: 1, from: 0, size: 2 },
      { circle: 2, from: 2, size: 1 },
    ]);
  });
});

describe('GraphML', () => {
  test('people are numbers, names stay behind, and what is null has no entry', () => {
    const text = graphmlOf({ nodes: [{ ...node(1, 1), circle: 2, bridge: true }, node(2, 0)], edges: [edge(1, 2)] });
    expect(text).not.toContain('Person');
    expect(text).toContain(
      '<node id="1"><data key="staff">false</data><data key="peers">1</data><data key="circle">2</data><data key="bridge">true</data>',
    );
    expect(text).toContain(
      '<node id="2"><data key="staff">false</data><data key="peers">0</data><data key="bridge">false</data>',
    );
    expect(text).toContain('<edge id="e0" source="1" target="2" directed="true"><data key="kind">reply</data>');
    const declared = [...text.matchAll(/<key id="(\w+)"/g)].map(([, id]) => id);
    const used = new Set([...text.matchAll(/<data key="(\w+)"/g)].map(([, id]) => id));
    expect([...used].filter((id) => !declared.includes(id))).toEqual([]);
  });
});

describe('the drawing', () => {
  const nodes = [node(1, 1), node(2, 1), node(3, 0)];

  test('two people are one line, whatever ties them and in whichever direction', () => {
    const edges = [
      edge(1, 2),
      edge(2, 1, { strength: 0.5, ageDays: 3 }),
      edge(1, 2, { kind: 'live_session', strength: 0.25 }),
    ];
    const { lines } = drawingOf(nodes, edges);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({ key: '1-2', strength: 1.75, ageDays: 3 });
  });

  test('isolates stand apart, and a tie to somebody who is not drawn is no line', () => {
    const { connected, isolates, lines } = drawingOf(nodes, [edge(1, 99)]);
    expect(connected.map(({ personId }) => personId)).toEqual([1, 2]);
    expect(isolates.map(({ personId }) => personId)).toEqual([3]);
    expect(lines).toEqual([]);
  });

  test('a neighbour is listed once, the strongest first, with every kind', () => {
    const edges = [edge(1, 2, { strength: 0.2 }), edge(3, 1, { strength: 0.3, kind: 'mention' }), edge(1, 3)];
    expect(neighboursOf(1, nodes, edges).map(({ node: { personId }, kinds }) => [personId, kinds])).toEqual([
      [3, ['mention', 'reply']],
      [2, ['reply']],
    ]);
  });
});

describe('the filter of tie kinds', () => {
  const offered = ['breakout', 'live_session', 'reply'] as const;

  test('nothing asked, or nothing that exists: all but live sessions, which tie everybody to everybody', () => {
    expect(kindsOf(null, offered)).toEqual(['breakout', 'reply']);
    expect(kindsOf('telepathy', offered)).toEqual(['breakout', 'reply']);
    expect(kindsOf('live_session,telepathy', offered)).toEqual(['live_session']);
  });

  test('a course that only meets shows its meetings', () => {
    expect(usualKinds(['live_session'])).toEqual(['live_session']);
    expect(usualKinds([])).toEqual([]);
  });

  test('switching one on and off again leads back to the plain address', () => {
    expect(toggled(offered, ['breakout', 'reply'], 'live_session')).toBe('breakout,live_session,reply');
    expect(toggled(offered, [...offered], 'live_session')).toBeUndefined();
    expect(toggled(offered, ['breakout', 'reply'], 'reply')).toBe('breakout');
    expect(toggled(offered, ['reply'], 'reply')).toBeUndefined();
  });
});

describe('how things are drawn', () => {
  test('more people, a larger dot; more strength, a wider line, up to a point', () => {
    expect(radiusOf(9, 9, 20)).toBeGreaterThan(radiusOf(4, 9, 20));
    expect(radiusOf(9, 9, 500)).toBeLessThan(radiusOf(9, 9, 20));
    expect(radiusOf(58, 58, 60)).toBe(13);
    expect(widthOf(40)).toBe(widthOf(4));
  });

  test('an old tie is paler than a fresh one and still there', () => {
    expect(opacityOf(0, 10)).toBeCloseTo(0.7);
    expect(opacityOf(42, 10)).toBeCloseTo(0.14);
    expect(opacityOf(400, 10)).toBeCloseTo(0.14);
  });

  test('the corners of the API are on the paper', () => {
    for (const x of [-1, 1])
      for (const y of [-1, 1]) {
        const place = placeOf({ x, y }, 320, 240);
        expect(place.x).toBeGreaterThan(0);
        expect(place.x).toBeLessThan(320);
        expect(place.y).toBeGreaterThan(0);
        expect(place.y).toBeLessThan(240);
      }
  });

  test('isolates fill as many rows as they need, even where there is hardly any room', () => {
    const { places, height } = isolatePlaces(137, 340);
    expect(places).toHaveLength(137);
    expect(Math.max(...places.map(({ x }) => x))).toBeLessThan(340);
    expect(Math.max(...places.map(({ y }) => y))).toBeLessThan(height);
    expect(isolatePlaces(2, 5).places).toHaveLength(2);
    expect(isolatePlaces(0, 340).height).toBe(0);
  });
});

describe('charts', () => {
  test('a week without a value ends the line', () => {
    const has = (value: number | null) => value !== null;
    expect(runs([null, 1, 2, null, null, 3, null], has)).toEqual([[1, 2], [3]]);
    expect(runs([null], has)).toEqual([]);
  });

  test('a range of one point lands in the middle instead of nowhere', () => {
    expect(linear([0, 100], [200, 0])(25)).toBe(150);
    expect(linear([3, 3], [0, 10])(3)).toBe(5);
  });

  test('labels are as many as fit', () => {
    expect(labelEvery(7, 600, 40)).toBe(1);
    expect(labelEvery(39, 600, 40)).toBe(5);
    expect(labelEvery(500, 30, 40)).toBe(500);
  });
});
