/** What the answers of one load must know of each other. */
export class Batch {
  readonly keepBodies: boolean;
  /** Topics of this load, and those in which nobody is to know who wrote. */
  readonly topics = new Set<string>();
  readonly anonymous = new Set<string>();
  readonly #introduced = new Set<string>();

  constructor(keepBodies: boolean) {
    this.keepBodies = keepBodies;
  }

  isNews(person: string): boolean {
    return this.#introduced.size < this.#introduced.add(person).size;
  }
}
