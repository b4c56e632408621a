import type { Context } from '../../connector.ts';

/** What the answers of one load must know of each other. */
export class Batch {
  readonly context: Context;
  /** Course of a meeting: its marks do not say it. */
  readonly courses = new Map<string, string>();
  readonly #told = new Set<string>();

  constructor(context: Context) {
    this.context = context;
  }

  isNews(person: string): boolean {
    return this.#told.size < this.#told.add(person).size;
  }
}
