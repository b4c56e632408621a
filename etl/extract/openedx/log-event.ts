import type { Fields } from '../../formats/fields.ts';

/** One event of the log, as far as every event has it. */
export interface LogEvent {
  readonly name: string;
  readonly at: string;
  readonly person: string;
  readonly course: string | undefined;
  readonly event: Fields;
}
