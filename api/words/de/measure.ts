/** A number of a course in German: its title, the sentence with {x} for the value, and what it needs. */
export interface Measure {
  readonly title: string;
  readonly sentence: string;
  readonly minimum: string;
}

export const measure = (title: string, sentence: string, minimum: string): Measure => ({ title, sentence, minimum });
