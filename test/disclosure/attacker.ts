import solverModule from 'javascript-lp-solver';
import { branchesOf, leavesOf, type Branch } from '@kith/etl/disclosure/branch.ts';
import type { LeftOut } from '@kith/etl/disclosure/range.ts';

// Its types describe a CommonJS module, its code is an ES one: what is imported is the solver itself.
const solver = solverModule as unknown as typeof solverModule.default;

/** What an attacker can say of a cell that was left out. */
export interface Found {
  readonly key: string;
  readonly column: number;
  readonly count: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Whoever has every number that was released, and a linear program: for each cell that was left out, the least and the
 * most it can be. Counts are not negative, and every node is the sum of what lies below it.
 */
export function attack(root: Branch, released: LeftOut): readonly Found[] {
  const leaves = leavesOf(root);
  const columns = root.counts.length - 1;
  const constraints: Record<string, { equal: number }> = {};
  const variables: Record<string, Record<string, number>> = {};
  for (const leaf of leaves) for (let column = 0; column < columns; column++) variables[nameOf(leaf, column)] = {};
  const tell = (name: string, equal: number, cells: readonly string[]): void => {
    constraints[name] = { equal };
    for (const cell of cells) variables[cell]![name] = 1;
  };
  const partsOf = (branch: Branch, column: number): string[] =>
    leavesOf(branch).flatMap((leaf) =>
      column < columns ? [nameOf(leaf, column)] : Array.from({ length: columns }, (_, each) => nameOf(leaf, each)),
    );
  const asked: { branch: Branch; column: number }[] = [];
  for (const branch of branchesOf(root)) {
    branch.counts.forEach((count, column) => {
      if (released.get(branch.key)![column]!) asked.push({ branch, column });
      else tell(`${branch.key}/${String(column)} is told`, count, partsOf(branch, column));
    });
  }
  return asked.map(({ branch, column }) => {
    for (const cell of Object.values(variables)) delete cell.target;
    for (const cell of partsOf(branch, column)) variables[cell]!.target = 1;
    const [low, high] = (['min', 'max'] as const).map((opType) => {
      const answer = solver.Solve({ optimize: 'target', opType, constraints, variables }) as {
        bounded?: boolean;
        result: number;
      };
      return answer.bounded === false ? Infinity : answer.result;
    });
    return { key: branch.key, column, count: branch.counts[column]!, low: low!, high: high! };
  });
}

const nameOf = ({ key }: Branch, column: number): string => `${key} ${String(column)}`;
