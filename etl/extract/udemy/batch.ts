/** What the answers of one load must know of each other. */
export class Batch {
  readonly keepBodies: boolean;
  readonly #told = new Set<string>();

  constructor(keepBodies: boolean) {
    this.keepBodies = keepBodies;
  }

  isNews(record: string): boolean {
    return this.#told.size < this.#told.add(record).size;
  }
}
