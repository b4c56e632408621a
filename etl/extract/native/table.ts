import type { RecordInput } from '../../records/record.ts';
import type { Cells } from './cells.ts';

/** One file of the native templates: its columns, and what a row of it says. */
export interface Table {
  /** Name of the template; a file is known by its header, this settles a tie. */
  readonly file: string;
  /** The columns no file of this kind can do without. */
  readonly required: readonly string[];
  readonly optional: readonly string[];
  /** Other names of columns, lower case: OneRoster's for units and terms. */
  readonly aliases?: Readonly<Record<string, string>>;
  /** Several records where a row introduces what has no file of its own (a post's space). Throws BadCell. */
  records(cells: Cells, batch: Batch): readonly RecordInput[];
}

/** What the rows of one load know of each other. */
export interface Batch {
  readonly keepBodies: boolean;
  /** Keys of spaces that were introduced already. */
  readonly spaces: Set<string>;
}

/** Every table takes these. `source_id` is read over: a load has one source, named by --source. */
export const everywhere = ['course_id', 'source_id', 'observed_at'] as const;

export function envelopeOf(cells: Cells, key: string) {
  return { key, course: cells.text('course_id'), observedAt: cells.instant('observed_at') };
}
