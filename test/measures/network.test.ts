import fc from 'fast-check';
import { expect, test } from 'vitest';
import { directedView, undirectedView } from '@kith/etl/measures/graphology-view.ts';
import { outStrength, undirectedStrength } from '@kith/etl/measures/degree.ts';
import { type Arc, buildNetwork, byNode, degreeOf, weightBetween } from '@kith/etl/measures/network.ts';

const ana = { source: 'ana', target: 'ben', weight: 1 };

test('arcs between the same two add up; the projection adds both directions', () => {
  const network = buildNetwork(
    ['ana', 'ben'],
    [ana, { ...ana, weight: 0.5 }, { source: 'ben', target: 'ana', weight: 2 }],
  );
  expect(weightBetween(network.outgoing, 0, 1)).toBe(1.5);
  expect(weightBetween(network.incoming, 0, 1)).toBe(2);
  expect(weightBetween(network.undirected, 0, 1)).toBe(3.5);
  expect(weightBetween(network.undirected, 1, 0)).toBe(3.5);
});

test('staff and strangers to the course disappear, and nobody is tied to themselves', () => {
  const network = buildNetwork(
    ['ana', 'ben'],
    [
      { source: 'ana', target: 'tutor', weight: 1 },
      { source: 'tutor', target: 'ben', weight: 1 },
      { source: 'ana', target: 'ana', weight: 1 },
    ],
  );
  expect([...undirectedStrength(network)]).toEqual([0, 0]);
});

test.each([0, -1, Number.NaN, Infinity])('a weight of %s is an error, not a tie', (weight) => {
  expect(() => buildNetwork(['ana', 'ben'], [{ ...ana, weight }])).toThrow(RangeError);
});

test('a repeated node is an error', () => {
  expect(() => buildNetwork(['ana', 'ana'], [])).toThrow('listed twice');
});

const people = Array.from({ length: 12 }, (_, index) => `p${index}`);
const arcs: fc.Arbitrary<Arc[]> = fc.array(
  fc.record({
    source: fc.constantFrom(...people),
    target: fc.constantFrom(...people),
    weight: fc.integer({ min: 1, max: 8 }).map((eighths) => eighths / 8),
  }),
  { maxLength: 60 },
);

test('the order of the arcs changes nothing', () => {
  fc.assert(
    fc.property(arcs, (some) => {
      expect(buildNetwork(people, some.toReversed())).toEqual(buildNetwork(people, some));
    }),
  );
});

test('the rows hold what a plain sum over the arcs holds', () => {
  fc.assert(
    fc.property(arcs, (some) => {
      const network = buildNetwork(people, some);
      const strength = byNode(network, outStrength(network));
      people.forEach((person, node) => {
        const own = some.filter(({ source, target }) => source === person && target !== person);
        expect(strength.get(person)).toBe(own.reduce((sum, { weight }) => sum + weight, 0));
        expect(degreeOf(network.outgoing, node)).toBe(new Set(own.map(({ target }) => target)).size);
      });
    }),
  );
});

test('a view for graphology is made once, sums its ties, and never is a multigraph', () => {
  const network = buildNetwork(['ana', 'ben', 'cai'], [ana, ana, { source: 'ben', target: 'ana', weight: 2 }]);
  expect(directedView(network)).toBe(directedView(network));
  expect(undirectedView(network)).toBe(undirectedView(network));
  for (const view of [directedView(network), undirectedView(network)])
    expect([view.multi, view.order]).toEqual([false, 3]);
  expect(directedView(network).mapEdges((_, { weight }, source, target) => [source, target, weight])).toEqual([
    ['0', '1', 2],
    ['1', '0', 2],
  ]);
  expect(undirectedView(network).mapEdges((_, { weight }, source, target) => [source, target, weight])).toEqual([
    ['0', '1', 4],
  ]);
});
