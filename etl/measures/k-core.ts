/**
 * Core number: the largest k such that the person belongs to a group where everyone knows at least k of the others (S13).
 *
 * On the undirected projection, always: on a directed graph a mutual tie would count as two neighbours, as it does in
 * graphology-cores. 0 for an isolate.
 *
 * Seidman, S. B. (1983). Network structure and minimum degree. Social Networks 5(3), 269–287.
 * Batagelj, V. & Zaveršnik, M. (2011). Fast algorithms for determining (generalized) core groups in social networks.
 * Advances in Data Analysis and Classification 5, 129–145.
 */
import type { Network } from './network.ts';

/** Takes away whoever knows fewest, again and again: what they knew then is their number. */
export function coreNumber({ nodes, undirected: { starts, neighbours } }: Network): Float64Array {
  const order = nodes.length;
  const left = Uint32Array.from({ length: order }, (_, node) => starts[node + 1]! - starts[node]!);
  const { places, sorted, firsts } = byDegree(left);
  for (let at = 0; at < order; at++) {
    const node = sorted[at]!;
    for (let link = starts[node]!; link < starts[node + 1]!; link++) {
      const other = neighbours[link]!;
      if (left[other]! <= left[node]!) continue;
      // To the front of those who know as many, and then that front one further: nobody else moves.
      const first = firsts[left[other]!]!++;
      const displaced = sorted[first]!;
      const place = places[other]!;
      [sorted[first], sorted[place]] = [other, displaced];
      [places[other], places[displaced]] = [first, place];
      left[other]! -= 1;
    }
  }
  return Float64Array.from(left);
}

/** Nodes in the order of their degrees, where each stands, and where each degree begins. */
function byDegree(degrees: Uint32Array) {
  const firsts = new Uint32Array(degrees.reduce((most, degree) => Math.max(most, degree), 0) + 2);
  for (const degree of degrees) firsts[degree + 1]! += 1;
  for (let degree = 1; degree < firsts.length; degree++) firsts[degree]! += firsts[degree - 1]!;
  const next = firsts.slice();
  const sorted = new Uint32Array(degrees.length);
  const places = degrees.map((degree, node) => {
    const place = next[degree]!++;
    sorted[place] = node;
    return place;
  });
  return { places, sorted, firsts };
}
