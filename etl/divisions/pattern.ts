import type { Branch } from '../disclosure/branch.ts';
import { leastForShare } from '../disclosure/fewest.ts';
import { suppressTree } from '../disclosure/hierarchy.ts';
import type { AttendanceCell } from '../indicators/reading/attendance-gap.ts';

/** A node of the tree with the attendance of everything below it, by region or by zone. */
export interface Place {
  readonly unitId: number;
  readonly cells: readonly AttendanceCell[];
  readonly unknown: number;
  readonly below: readonly Place[];
}

/** What a node may tell. */
export interface MayTell {
  readonly cells: readonly AttendanceCell[];
  readonly leftOut: boolean;
  /** Null: left out. */
  readonly unknown: number | null;
}

/** Columns of the table: more regions than this are the smallest ones, which are told nowhere. */
const mostColumns = 20;

/**
 * Which cells each node of a tree may tell, by one pattern over the whole of it: a cell of fewer than ten people is left
 * out, and with it whatever would give it away, in the node, above it, below it and beside it. What a node has beyond
 * the nodes below it is a row of the table as well, and told to nobody.
 */
export function mayTell(root: Place): ReadonlyMap<number, MayTell> {
  const names = root.cells
    .filter(({ people }) => people >= leastForShare)
    .sort((one, other) => other.people - one.people || (one.name < other.name ? -1 : 1))
    .slice(0, mostColumns)
    .map(({ name }) => name);
  // How many they are together is told nowhere, so it protects what is few in a row.
  const never = [names.length + 1];
  const out = suppressTree(branchOf(root, names), { least: leastForShare, width: leastForShare, never });
  const told = new Map<number, MayTell>();
  const visit = (place: Place): void => {
    const left = out.get(keyOf(place))!;
    const cells = place.cells.filter(({ name }) => names.includes(name) && !left[names.indexOf(name)]!);
    const unknownOut = left[names.length]! && place.unknown > 0;
    told.set(place.unitId, {
      cells,
      leftOut: cells.length < place.cells.length,
      unknown: unknownOut ? null : place.unknown,
    });
    place.below.forEach(visit);
  };
  visit(root);
  return told;
}

const keyOf = ({ unitId }: Place): string => `unit ${String(unitId)}`;

function branchOf(place: Place, names: readonly string[]): Branch {
  const counts = countsOf(place, names);
  const nodes = place.below.map((one) => branchOf(one, names));
  const own = counts.map((count, column) => nodes.reduce((rest, one) => rest - one.counts[column]!, count));
  const rest = own.some((count) => count > 0) ? [{ key: `${keyOf(place)} itself`, counts: own, below: [] }] : [];
  return { key: keyOf(place), counts, below: nodes.length === 0 ? [] : [...nodes, ...rest] };
}

/** By name, unknown, and all of these. */
function countsOf({ cells, unknown }: Place, names: readonly string[]): number[] {
  const of = new Map(cells.map(({ name, people }) => [name, people]));
  const counts = [...names.map((name) => of.get(name) ?? 0), unknown];
  return [...counts, counts.reduce((sum, people) => sum + people, 0)];
}
