/** What the tables of one export must know of each other. Filled before any record is given. */
export class Batch {
  readonly keepBodies: boolean;
  /** Owner and assignment of each peer submission. */
  readonly submissions = new Map<string, { readonly owner: string; readonly assignment: string }>();
  /** Course of each peer assignment, and of each branch (a version of the course). */
  readonly assignments = new Map<string, string>();
  readonly branches = new Map<string, string>();
  /** What each passing state means, by its look-up table. */
  readonly passing = new Map<string, string>();
  /** Spaces that only posts speak of: the forum below an item. */
  readonly spaces = new Set<string>();
  readonly #memberships = new Map<string, { readonly at: string; readonly role: string }[]>();

  constructor(keepBodies: boolean) {
    this.keepBodies = keepBodies;
  }

  remember(member: string, at: string, role: string): void {
    const log = this.#memberships.get(member) ?? [];
    this.#memberships.set(member, log);
    log.push({ at, role });
  }

  /** The neighbours of a row in the log of its member. The table may be in any order. */
  around(member: string, at: string): { readonly before: string | undefined; readonly until: string | undefined } {
    const log = this.#memberships.get(member) ?? [];
    const earlier = log.filter((row) => Date.parse(row.at) < Date.parse(at)).sort(byTime);
    const later = log.filter((row) => Date.parse(row.at) > Date.parse(at)).sort(byTime);
    return { before: earlier.at(-1)?.role, until: later[0]?.at };
  }

  courseOfBranch(branch: string | undefined): string | undefined {
    if (branch === undefined) return undefined;
    return this.branches.get(branch) ?? (branch.includes('~') ? undefined : branch);
  }
}

function byTime(one: { readonly at: string }, other: { readonly at: string }): number {
  return Date.parse(one.at) - Date.parse(other.at);
}
