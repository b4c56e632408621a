/** A variant, the fixture that has it, the records that come of it, and what its input shows where the folder's name proves nothing. */
type Line = readonly [what: string, fixture: string, gives: string, shows?: RegExp];

/** By section and system. */
export type Sections = Readonly<Record<string, readonly Line[]>>;
