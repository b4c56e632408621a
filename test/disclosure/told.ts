import { branchesOf, leavesOf, type Branch } from '@kith/etl/disclosure/branch.ts';
import { rounded, roundingStep } from '@kith/etl/disclosure/rounded.ts';
import type { LeftOut } from '@kith/etl/disclosure/range.ts';
import solverModule from 'javascript-lp-solver';

// Its types describe a CommonJS module, its code is an ES one: what is imported is the solver itself.
const solver = solverModule as unknown as typeof solverModule.default;

/** What an attacker knows of a sum of unknown counts: between which numbers it lies. */
export interface Known {
  readonly sum: Readonly<Record<string, number>>;
  readonly low: number;
  readonly high: number;
}

/** How a count is told: to the one, or to the nearest five. */
export type Telling = (count: number) => readonly [low: number, high: number];

export const toTheOne: Telling = (count) => [count, count];
const reach = (roundingStep - 1) / 2;
/** A told zero is a zero, and nothing else below the least is told. */
export const toFive: Telling = (count) =>
  count === 0 ? [0, 0] : [Math.max(5, rounded(count) - reach), rounded(count) + reach];

/** The counts of a release, in its own unknowns: `when` sets those of two weeks apart. */
export function release(root: Branch, out: LeftOut, tell: Telling, when = ''): Known[] {
  return branchesOf(root).flatMap((branch) =>
    branch.counts.flatMap((count, column): Known[] => {
      if (out.get(branch.key)![column]!) return [];
      const [low, high] = tell(count);
      return [{ sum: sumOf(branch, [column], when), low, high }];
    }),
  );
}

/** Some columns of a branch, as the sum of the counts of its courses; the last column is all of them. */
export function sumOf(branch: Branch, columns: readonly number[], when = ''): Record<string, number> {
  const total = branch.counts.length - 1;
  const of = columns.flatMap((column) =>
    column === total ? Array.from({ length: total }, (_, each) => each) : [column],
  );
  return Object.fromEntries(
    leavesOf(branch).flatMap(({ key }) => of.map((column) => [`${key} ${String(column)}${when}`, 1])),
  );
}

/** The least and the most that a sum of unknowns can be, given everything that is known. Unknowns are not negative. */
export function rangeOf(known: readonly Known[], asked: Readonly<Record<string, number>>): readonly [number, number] {
  const variables: Record<string, Record<string, number>> = {};
  const constraints: Record<string, { min: number; max: number }> = {};
  known.forEach(({ sum, low, high }, place) => {
    constraints[`known ${String(place)}`] = { min: low, max: high };
    for (const [name, times] of Object.entries(sum)) (variables[name] ??= {})[`known ${String(place)}`] = times;
  });
  for (const [name, times] of Object.entries(asked)) (variables[name] ??= {}).asked = times;
  const [least, most] = (['min', 'max'] as const).map((opType) => {
    const answer = solver.Solve({ optimize: 'asked', opType, constraints, variables }) as {
      feasible?: boolean;
      bounded?: boolean;
      result: number;
    };
    if (answer.feasible === false) throw new Error('What is known contradicts itself.');
    if (answer.bounded === false) return opType === 'max' ? Infinity : -Infinity;
    return answer.result;
  });
  return [least!, most!];
}
