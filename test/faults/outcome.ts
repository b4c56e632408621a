/** What came of one kind of fault, done a number of times. */
export interface Outcome {
  readonly fault: string;
  readonly times: number;
  /** How often the tables were those of an undisturbed load after the same command again. */
  readonly equal: number;
  /** What else was seen, in sentences with numbers. */
  readonly saw: readonly string[];
  /** What the disturbed commands said to the person, each once. */
  readonly said: readonly string[];
  /** What does not hold: empty, or the run fails. */
  readonly wrong: readonly string[];
}

/** A fault that could not be tried here, and why. */
export interface Skipped {
  readonly fault: string;
  readonly skipped: string;
}

/** Gathers an outcome while it comes about. */
export class Tally {
  readonly #fault: string;
  readonly #counts = new Map<string, number>();
  readonly #said = new Set<string>();
  readonly #wrong: string[] = [];
  #times = 0;
  #equal = 0;

  constructor(fault: string) {
    this.#fault = fault;
  }

  /** One disturbed load: where it was when it was hit, what was said, and how the tables differ at the end. */
  add(where: string, said: string, differences: readonly string[]): void {
    this.#times += 1;
    this.#counts.set(where, (this.#counts.get(where) ?? 0) + 1);
    if (said !== '') this.#said.add(said);
    if (differences.length === 0) this.#equal += 1;
    else this.#wrong.push(`${where}: ${differences.join(', ')} differ`);
  }

  expect(holds: boolean, otherwise: string): void {
    if (!holds) this.#wrong.push(otherwise);
  }

  outcome(): Outcome {
    const saw = [...this.#counts].sort().map(([where, count]) => `${count} ${where}`);
    return {
      fault: this.#fault,
      times: this.#times,
      equal: this.#equal,
      saw,
      said: [...this.#said].sort(),
      wrong: this.#wrong,
    };
  }
}
