import defaults from 'graphology-layout-forceatlas2/defaults.js';
import iterate from 'graphology-layout-forceatlas2/iterate.js';
import type { Bonds, Forces, Layout } from './layout-step.ts';

/** ForceAtlas2 works on rows of numbers: x, y, four of movement, mass, convergence, size, fixed; and from, to, weight. */
const [nodeWidth, edgeWidth] = [10, 3];

/** Steps of graphology-layout-forceatlas2 in which regions push, and not everybody everybody. In place. */
export function layoutCrowd(layout: Layout, bonds: Bonds, forces: Forces, steps: number): void {
  const order = layout.x.length;
  const nodes = new Float32Array(order * nodeWidth);
  for (let node = 0; node < order; node++) {
    nodes.set([layout.x[node]!, layout.y[node]!, 0, 0, 0, 0, layout.mass[node]!, 1, 1, 0], node * nodeWidth);
  }
  const edges = new Float32Array(bonds.weight.length * edgeWidth);
  for (let edge = 0; edge < bonds.weight.length; edge++) {
    const [from, to] = [bonds.from[edge]! * nodeWidth, bonds.to[edge]! * nodeWidth];
    edges.set([from, to, bonds.weight[edge]!], edge * edgeWidth);
  }
  const settings = { ...defaults, ...forces, barnesHutOptimize: true, strongGravityMode: true };
  for (let step = 0; step < steps; step++) iterate(settings, nodes, edges);
  for (let node = 0; node < order; node++) {
    layout.x[node] = nodes[node * nodeWidth]!;
    layout.y[node] = nodes[node * nodeWidth + 1]!;
  }
}
