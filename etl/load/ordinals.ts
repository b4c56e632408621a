/** Numbers for texts, from 0 in the order of their first appearance: rows carry the number, the text is kept once. */
export class Ordinals {
  readonly #numbers = new Map<string, number>();
  readonly #isNew: (no: number, text: string) => void;

  /** @param isNew told of every text when it first appears */
  constructor(isNew: (no: number, text: string) => void) {
    this.#isNew = isNew;
  }

  of(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    const no = this.#numbers.size;
    this.#numbers.set(text, no);
    this.#isNew(no, text);
    return no;
  }

  /** Takes up the numbers given before a load was cut off. */
  restore(no: number, text: string): void {
    this.#numbers.set(text, no);
  }
}
