import type { CourseSnapshot } from '../../indicator.ts';
import type { Network } from '../../measures/network.ts';

/** What a person has with those of the class, in reply equivalents; 0 where there is nothing. */
export function sumAmong(row: ReadonlyMap<number, number> | undefined, nodeOf: ReadonlyMap<number, number>): number {
  let sum = 0;
  for (const [peer, weight] of row ?? []) if (nodeOf.has(peer)) sum += weight;
  return sum;
}

/** The people a person has exchanged with, now and a week ago; undefined where one of the two weeks lacks them. */
export function contactsOf(
  { network, networkBefore }: CourseSnapshot,
  person: number,
): { readonly now: readonly string[]; readonly before: readonly string[] } | undefined {
  const now = neighboursOf(network, String(person));
  const before = networkBefore === null ? undefined : neighboursOf(networkBefore, String(person));
  return now === undefined || before === undefined ? undefined : { now, before };
}

const places = new WeakMap<readonly string[], ReadonlyMap<string, number>>();

function placesIn(nodes: readonly string[]): ReadonlyMap<string, number> {
  const known = places.get(nodes) ?? new Map(nodes.map((node, place) => [node, place]));
  places.set(nodes, known);
  return known;
}

function neighboursOf({ nodes, undirected: { starts, neighbours } }: Network, person: string): string[] | undefined {
  const node = placesIn(nodes).get(person);
  if (node === undefined) return undefined;
  return Array.from(neighbours.subarray(starts[node], starts[node + 1]), (neighbour) => nodes[neighbour]!);
}
