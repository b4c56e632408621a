import { leastForShare } from '../../disclosure/fewest.ts';
import { suppress, type Rule } from '../../disclosure/hypercube.ts';
import { rounded } from '../../disclosure/rounded.ts';
import { percentile } from '../../measures/percentile.ts';
import type { Cell } from '../report.ts';
import { groupings, type Grouping, type Listed } from './listed.ts';

/** A group of at least ten listed learners; the name null: all others, and those of whom no source says it. */
export interface ToldGroup {
  readonly name: string | null;
  readonly contacted: Cell;
  readonly listed: Cell;
  /** Median in whole days; null: too few, or not to be told. */
  readonly days: number | null;
}

export interface ToldGrouping {
  readonly by: Grouping;
  readonly groups: readonly ToldGroup[];
}

/** Groupings of which something can be told; with one group there is nothing to compare. */
export const groupsOf = (listed: readonly Listed[], rule: Rule, times: boolean): ToldGrouping[] =>
  groupings.flatMap((by) => {
    const groups = toldGroups(named(listed, by), rule, times);
    return groups === null || groups.length < 2 ? [] : [{ by, groups }];
  });

type Named = readonly { readonly name: string | null; readonly of: readonly Listed[] }[];

/** Those of ten or more by their names; the others together, with the smallest of the large ones where they are too few. */
function named(listed: readonly Listed[], by: Grouping): Named {
  const all = [...Map.groupBy(listed, (one) => one[by])].sort(
    ([one, some], [other, others]) => others.length - some.length || String(one).localeCompare(String(other)),
  );
  const large = all.filter(([name, of]) => name !== null && of.length >= leastForShare);
  let rest = all.filter((group) => !large.includes(group)).flatMap(([, of]) => of);
  while (rest.length > 0 && rest.length < leastForShare && large.length > 0) rest = [...rest, ...large.pop()![1]];
  return [
    ...large.map(([name, of]) => ({ name, of })).sort((one, other) => one.name!.localeCompare(other.name!)),
    ...(rest.length > 0 ? [{ name: null, of: rest }] : []),
  ];
}

/** Null: its totals would have to be left out, and they stand elsewhere in the report. */
function toldGroups(groups: Named, rule: Rule, times: boolean): ToldGroup[] | null {
  const rows = groups.map(({ of }) => {
    const contacted = of.filter((one) => one.contacted).length;
    return [contacted, of.length - contacted, of.length];
  });
  const total = [0, 1, 2].map((column) => rows.reduce((sum, row) => sum + row[column]!, 0));
  const pattern = suppress({ counts: [...rows, total] }, rule);
  if (pattern === null || pattern.at(-1)!.some(Boolean)) return null;
  return groups.map(({ name, of }, place): ToldGroup => {
    const [contacted, , all] = rows[place]!;
    const cell = (count: number, column: number): Cell => (pattern[place]![column]! ? 'suppressed' : rounded(count));
    return {
      name,
      contacted: cell(contacted!, 0),
      listed: cell(all!, 2),
      days: times ? medianDays(of) : null,
    };
  });
}

/** Of those contacted after they were listed, at least ten, in whole days; null: fewer. */
export function medianDays(listed: readonly Listed[]): number | null {
  const days = listed.flatMap((one) => one.days ?? []);
  return days.length < leastForShare ? null : Math.ceil(percentile(days, 0.5));
}
