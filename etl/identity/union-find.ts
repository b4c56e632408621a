/** Disjoint sets of numbers; a number that was never named is a set of its own. */
export class UnionFind {
  readonly #parents = new Map<number, number>();

  /** The smallest member of the set. */
  find(member: number): number {
    let root = member;
    for (let parent = this.#parents.get(root); parent !== undefined; parent = this.#parents.get(root)) root = parent;
    for (let each = member; each !== root;) {
      const next = this.#parents.get(each)!;
      this.#parents.set(each, root);
      each = next;
    }
    return root;
  }

  join(a: number, b: number): void {
    const [first, second] = [this.find(a), this.find(b)];
    if (first !== second) this.#parents.set(Math.max(first, second), Math.min(first, second));
  }
}
