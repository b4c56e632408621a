import type { Reject } from '../../connector.ts';
import type { Attendee } from './attendee.ts';
import type { Line } from './layout.ts';

/** One meeting as its report tells it; times still as written. */
export interface Report {
  /** Where the report has an id of its own; else a digest of start, title and organiser is the key. */
  readonly key?: string | undefined;
  readonly kind?: 'webinar' | undefined;
  readonly title?: string | undefined;
  /** When the meeting began and ended, where the report says so; else its first join and last leave stand for it. */
  readonly starts?: string | undefined;
  readonly ends?: string | undefined;
  readonly host?: Attendee | undefined;
  readonly rows: readonly Attendance[];
}

/**
 * One row. `interval`: from one join to its leave. `summary`: first join, last leave and a total. `mark`: was there, no
 * time. `absent`: was expected and did not come. `person`: names somebody whose intervals stand elsewhere. `skip`: gives
 * nothing, `reason` says why.
 */
export interface Attendance {
  readonly line: Line;
  readonly attendee: Attendee;
  readonly kind: 'interval' | 'summary' | 'mark' | 'absent' | 'person' | 'skip';
  readonly joined?: string | undefined;
  readonly left?: string | undefined;
  readonly seconds?: number | undefined;
  readonly role?: string | undefined;
  readonly reason?: string | undefined;
  /** Why the row cannot be believed, where the layout knows it. */
  readonly refused?: Reject['reject'] | undefined;
}

/** Who called the meeting, in the languages seen. A presenter is no staff evidence: in many tenants every student is one. */
const organiser =
  /^(?:organi[sz]er|organisator(?:in)?|organizador(?:a)?|organisateur|organisatrice|organizzatore|penyelenggara|開催者|主催者|组织者|이끌이)$/iu;

export function organiserOf(rows: readonly Attendance[]): Attendee | undefined {
  return rows.find(({ role }) => role !== undefined && organiser.test(role))?.attendee;
}

/** Every date text of the report, so that their order is decided for the file as a whole. */
export function dateTexts({ starts, ends, rows }: Report): string[] {
  return [starts, ends, ...rows.flatMap(({ joined, left }) => [joined, left])].filter((text) => text !== undefined);
}
