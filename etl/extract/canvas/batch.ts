/** What the answers of one load must know of each other. */
export class Batch {
  readonly keepBodies: boolean;
  /** Topics in which nobody is to know who wrote. */
  readonly anonymous = new Set<string>();
  readonly #introduced = new Set<string>();

  constructor(keepBodies: boolean) {
    this.keepBodies = keepBodies;
  }

  isNews(person: string): boolean {
    return this.#introduced.size < this.#introduced.add(person).size;
  }
}
