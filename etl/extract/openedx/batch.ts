/** What the files of one load must know of each other. Filled before any record is given. */
export class Batch {
  readonly keepBodies: boolean;
  /** Posts that a dump holds: the log need not say them again. Posts that the log says were deleted, and when. */
  readonly dumped = new Set<string>();
  readonly deletedAt = new Map<string, string>();
  /** Table of the forum behind a content type. */
  readonly contentTypes = new Map<string, string>();
  readonly names = new Map<string, string>();
  /** Staff role of a user in a course, and who is in the roster. */
  readonly staff = new Map<string, 'teacher' | 'assistant'>();
  readonly enrolled = new Set<string>();
  /** User behind an anonymous id; author of a submission by its uuid, and of a row of submissions_studentitem. */
  readonly users = new Map<string, string>();
  readonly submitters = new Map<
    string,
    { readonly user: string | undefined; readonly course: string; readonly item: string }
  >();
  readonly items = new Map<
    string,
    { readonly user: string | undefined; readonly course: string; readonly item: string }
  >();
  /** The last thing the log says of a member. */
  readonly last = new Map<string, string>();
  readonly groups = new Set<string>();
  readonly revoked = new Map<string, string>();
  readonly #named = new Set<string>();

  constructor(keepBodies: boolean) {
    this.keepBodies = keepBodies;
  }

  /** Those of the names that were not told before. */
  newNames(names: readonly string[]): string[] {
    return names.filter((name) => this.#named.size < this.#named.add(name).size);
  }

  latest(key: string, at: string): void {
    const known = this.last.get(key);
    if (known === undefined || known < at) this.last.set(key, at);
  }
}
