/** A node of the organisation, or a course, with its counts by column (the last is their total) and what lies below it. */
export interface Branch {
  readonly key: string;
  readonly counts: readonly number[];
  readonly below: readonly Branch[];
}

export const branchesOf = (branch: Branch): Branch[] => [branch, ...branch.below.flatMap(branchesOf)];

export const leavesOf = (branch: Branch): Branch[] =>
  branch.below.length === 0 ? [branch] : branch.below.flatMap(leavesOf);
