/** How far a store has given its statements in order of time: what was committed up to there need not be fetched again. */
export class PlaceInTime {
  /** Last value of each field by which the store may be sorting; undefined: it does not sort by that. */
  #last: { stored: number | undefined; timestamp: number | undefined } | undefined;

  /** Looks at a page of statements, the oldest first. */
  see(statements: readonly unknown[]): void {
    for (const statement of statements) {
      const [stored, timestamp] = [instantIn(statement, 'stored'), instantIn(statement, 'timestamp')];
      this.#last =
        this.#last === undefined
          ? { stored, timestamp }
          : { stored: onwards(this.#last.stored, stored), timestamp: onwards(this.#last.timestamp, timestamp) };
    }
  }

  /**
   * An instant up to which nothing is missing from what was seen, whichever field `since` is held against; undefined
   * where the statements came in no order.
   */
  get at(): Date | undefined {
    const known = [this.#last?.stored, this.#last?.timestamp].filter((instant) => instant !== undefined);
    return known.length === 0 ? undefined : new Date(Math.min(...known));
  }
}

const onwards = (before: number | undefined, now: number | undefined): number | undefined =>
  before === undefined || now === undefined || now < before ? undefined : now;

function instantIn(statement: unknown, field: 'stored' | 'timestamp'): number | undefined {
  const value: unknown =
    typeof statement === 'object' && statement !== null && field in statement
      ? (statement as Readonly<Record<string, unknown>>)[field]
      : undefined;
  const instant = typeof value === 'string' ? Date.parse(value) : NaN;
  return Number.isNaN(instant) ? undefined : instant;
}
