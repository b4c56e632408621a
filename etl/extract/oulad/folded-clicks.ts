/** Distinct (student, site, day) cells of one presentation; the largest of OULAD's 22 has about 1 million. */
export const mostCells = 4_000_000;

/** The rows of one cell, added up. */
export interface Cell {
  readonly student: string;
  readonly site: string;
  readonly day: number;
  readonly rows: number;
  readonly clicks: number;
  /** Of the first row. */
  readonly line: number;
}

/**
 * Adds up rows of one (student, site, day), which stand on many lines, byte for byte, and all count. A cell costs
 * about 70 bytes: its key is one number, made of the places of student and site among those seen and the day.
 */
export class FoldedClicks {
  readonly #students = new Places();
  readonly #sites = new Places();
  readonly #cells = new Map<number, number>();
  readonly #rows: number[] = [];
  readonly #clicks: number[] = [];
  readonly #lines: number[] = [];

  get size(): number {
    return this.#rows.length;
  }

  add(student: string, site: string, day: number, clicks: number, line: number): void {
    const key = (this.#students.of(student) * mostSites + this.#sites.of(site)) * mostDays + day + mostDays / 2;
    const at = this.#cells.get(key);
    if (at === undefined) {
      this.#cells.set(key, this.#rows.length);
      this.#rows.push(1);
      this.#clicks.push(clicks);
      this.#lines.push(line);
    } else {
      this.#rows[at]! += 1;
      this.#clicks[at]! += clicks;
    }
  }

  *cells(): Generator<Cell> {
    for (const [key, at] of this.#cells) {
      const pair = Math.floor(key / mostDays);
      yield {
        student: this.#students.name(Math.floor(pair / mostSites)),
        site: this.#sites.name(pair % mostSites),
        day: (key % mostDays) - mostDays / 2,
        rows: this.#rows[at]!,
        clicks: this.#clicks[at]!,
        line: this.#lines[at]!,
      };
    }
  }
}

const mostSites = 2 ** 17;
/** Days from −2,048 to 2,047 around the start: eleven years. */
export const mostDays = 4096;

/** Names by the order in which they were seen. */
class Places {
  readonly #place = new Map<string, number>();
  readonly #names: string[] = [];

  of(name: string): number {
    const known = this.#place.get(name);
    if (known !== undefined) return known;
    this.#place.set(name, this.#names.length);
    return this.#names.push(name) - 1;
  }

  name(place: number): string {
    return this.#names[place]!;
  }
}
