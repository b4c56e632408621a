import type { PersonRecord } from './people.ts';
import type { Statement } from './statement.ts';

/** One actor of one statement, with everything settled that all kinds of record need. */
export interface Happening {
  readonly statement: Statement;
  /** The statement's id, made from its content where the emitter gives none; with the person's key for one of many. */
  readonly key: string;
  readonly person: PersonRecord;
  readonly course: string | undefined;
  /** RFC 3339. */
  readonly at: string;
  readonly keepBodies: boolean;
  /** Zone of times without one. */
  readonly timezone: string | undefined;
}
