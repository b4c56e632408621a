import { layoutStep, type Bonds, type Layout } from '@kith/etl/compute/layout-step.ts';
import { randomOf } from '@kith/etl/simulate/random.ts';
import defaults from 'graphology-layout-forceatlas2/defaults.js';
import iterate from 'graphology-layout-forceatlas2/iterate.js';
import { expect, test } from 'vitest';

/** A random class: some alone, some on one spot, bonds of any strength. */
function drawn(seed: number): { layout: Layout; bonds: Bonds } {
  const random = randomOf(seed, 'layout');
  const order = random.whole(1, 40);
  const floats = (of: () => number) => Float32Array.from({ length: order }, of);
  const layout = {
    x: floats(() => (random.chance(0.1) ? 0 : random.unit() * 2 - 1)),
    y: floats(() => (random.chance(0.1) ? 0 : random.unit() * 2 - 1)),
    dx: floats(() => 0),
    dy: floats(() => 0),
    mass: floats(() => 1 + 5 * random.unit()),
    convergence: floats(() => 1),
  };
  const pairs = Array.from({ length: order < 2 ? 0 : random.whole(0, 3 * order) }, () => {
    const one = random.whole(1, order - 1);
    return [one, random.whole(0, one - 1), 3 * random.unit()] as const;
  });
  const bonds = {
    from: Uint32Array.from(pairs, ([one]) => one),
    to: Uint32Array.from(pairs, ([, other]) => other),
    weight: Float32Array.from(pairs, ([, , weight]) => weight),
  };
  return { layout, bonds };
}

test('a hundred classes end where graphology puts them, to the last bit', () => {
  for (let seed = 0; seed < 100; seed++) {
    const { layout, bonds } = drawn(seed);
    const forces = { gravity: 0.05, scalingRatio: 10, slowDown: 1 + Math.log(layout.x.length) };
    const nodes = new Float32Array(layout.x.length * 10);
    for (const [node, x] of layout.x.entries()) {
      nodes.set([x, layout.y[node]!, 0, 0, 0, 0, layout.mass[node]!, 1, 1, 0], node * 10);
    }
    const edges = new Float32Array(bonds.weight.length * 3);
    for (const [edge, weight] of bonds.weight.entries()) {
      edges.set([bonds.from[edge]! * 10, bonds.to[edge]! * 10, weight], edge * 3);
    }
    const settings = { ...defaults, ...forces, barnesHutOptimize: false, strongGravityMode: true };
    for (let step = 0; step < 30; step++) {
      iterate(settings, nodes, edges);
      layoutStep(layout, bonds, forces);
    }
    expect([...layout.x]).toEqual([...layout.x].map((_, node) => nodes[node * 10]));
    expect([...layout.y]).toEqual([...layout.y].map((_, node) => nodes[node * 10 + 1]));
  }
});
