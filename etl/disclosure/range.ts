import solverModule from 'javascript-lp-solver';
import { branchesOf, leavesOf, type Branch } from './branch.ts';

// Its types describe a CommonJS module, its code is an ES one: what is imported is the solver itself.
const solver = solverModule as unknown as typeof solverModule.default;

/** By key of a node or course: which columns are left out. */
export type LeftOut = ReadonlyMap<string, readonly boolean[]>;

/** Of one linear program. */
interface Answer {
  readonly bounded?: boolean;
  readonly result: number;
}

export interface Narrow {
  readonly key: string;
  readonly column: number;
}

/**
 * Cells that were left out and that a linear program over everything released still pins down to less than `width`: the
 * check an attacker would make. Counts are not negative; every node is the sum of the courses below it.
 */
export function narrowCells(root: Branch, out: LeftOut, width: number): readonly Narrow[] {
  const columns = root.counts.length - 1;
  const cellsOf = (branch: Branch, column: number): string[] =>
    leavesOf(branch).flatMap(({ key }) =>
      column < columns
        ? [`${key} ${String(column)}`]
        : Array.from({ length: columns }, (_, each) => `${key} ${String(each)}`),
    );
  const constraints: Record<string, { equal: number }> = {};
  const variables: Record<string, Record<string, number>> = {};
  for (const cell of Array.from({ length: columns }, (_, column) => cellsOf(root, column)).flat()) variables[cell] = {};
  const hidden: (Narrow & { readonly cells: readonly string[] })[] = [];
  for (const branch of branchesOf(root)) {
    branch.counts.forEach((equal, column) => {
      const cells = cellsOf(branch, column);
      if (out.get(branch.key)?.[column] === true) hidden.push({ key: branch.key, column, cells });
      else {
        const name = `= ${branch.key} ${String(column)}`;
        constraints[name] = { equal };
        for (const cell of cells) variables[cell]![name] = 1;
      }
    });
  }
  return hidden.filter(({ cells }) => {
    for (const cell of Object.values(variables)) delete cell.asked;
    for (const cell of cells) variables[cell]!.asked = 1;
    const reach = (opType: 'min' | 'max'): number => {
      const answer = solver.Solve({ optimize: 'asked', opType, constraints, variables });
      const { bounded, result } = answer as Answer;
      return bounded === false ? Infinity : result;
    };
    return reach('max') - reach('min') < width - 1e-6;
  });
}
