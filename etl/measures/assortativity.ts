/**
 * Assortativity: whether ties stay within a category (group, cohort, region, time zone), -1..1 (C11).
 *
 * Newman's r = (sum e_kk - sum a_k b_k) / (1 - sum a_k b_k), e being the share of ties from category k to category l.
 * 0: mixes at random; 1: keeps to itself. Null without a tie between categorised people, and where all ties lie in
 * one category, so that there is nothing to mix. A person without a category takes no part.
 *
 * Attributes enter here only as aggregates, never as anything about one learner.
 *
 * Newman, M. E. J. (2003). Mixing patterns in networks. Physical Review E 67, 026126.
 */
import type { Network } from './network.ts';

export interface Mixing {
  readonly ties?: 'undirected' | 'directed';
  readonly weighting?: 'unweighted' | 'weighted';
}

/** `categories` in the order of the nodes. The default is the reading of C11: undirected, unweighted. */
export function assortativity(
  network: Network,
  categories: readonly (string | null)[],
  { ties = 'undirected', weighting = 'unweighted' }: Mixing = {},
): number | null {
  const { starts, neighbours, weights } = ties === 'undirected' ? network.undirected : network.outgoing;
  const links: Link[] = [];
  for (let node = 0; node < network.nodes.length; node++) {
    for (let at = starts[node]!; at < starts[node + 1]!; at++) {
      const from = categories[node] ?? null;
      const to = categories[neighbours[at]!] ?? null;
      if (from !== null && to !== null) links.push({ from, to, weight: weighting === 'weighted' ? weights[at]! : 1 });
    }
  }
  return mixingRate(links);
}

/** Ties from one category to another; undirected ones stand there both ways round. */
export interface Link {
  readonly from: string;
  readonly to: string;
  readonly weight: number;
}

/** Newman's r of a mixing matrix, given as its entries in any order; null as above. */
export function mixingRate(links: Iterable<Link>): number | null {
  const outward = new Map<string, number>();
  const inward = new Map<string, number>();
  let within = 0;
  let total = 0;
  for (const { from, to, weight } of links) {
    total += weight;
    if (from === to) within += weight;
    outward.set(from, (outward.get(from) ?? 0) + weight);
    inward.set(to, (inward.get(to) ?? 0) + weight);
  }
  let atRandom = 0;
  for (const [category, weight] of outward) atRandom += (weight / total) * ((inward.get(category) ?? 0) / total);
  if (total === 0 || 1 - atRandom < 1e-12) return null;
  return (within / total - atRandom) / (1 - atRandom);
}

/**
 * How far Newman's r may be off by the ties that happen to be there: r as it is without each tie in turn, squared
 * differences added up (jackknife). `reach` is half of a 95 % interval. Null where r is.
 *
 * @param links undirected: every tie stands there both ways round
 */
export function mixingReach(links: readonly Link[]): { readonly r: number; readonly reach: number } | null {
  const r = mixingRate(links);
  if (r === null) return null;
  let variance = 0;
  for (const { from, to, weight } of links) {
    if (from > to || weight === 0) continue;
    // A tie within a category stands there twice in one entry, one between two once in each of two.
    const ties = from === to ? weight / 2 : weight;
    const without = mixingRate(links.map((link) => ({ ...link, weight: link.weight - times(link, from, to) })));
    variance += ties * ((without ?? r) - r) ** 2;
  }
  return { r, reach: 1.959963984540054 * Math.sqrt(variance) };
}

const times = (link: Link, from: string, to: string): number =>
  Number(link.from === from && link.to === to) + Number(link.from === to && link.to === from);
