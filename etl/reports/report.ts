/** A number, a word, "suppressed" (left out because it would tell of few people: never a zero), or null: not known. */
export type Cell = number | string | null;

/** A table as it is released, with what its columns mean. */
export interface Report {
  readonly name: string;
  readonly columns: readonly string[];
  readonly dictionary: Readonly<Record<string, string>>;
  readonly rows: readonly (readonly Cell[])[];
}
