import { sql } from 'kysely';

/** The weeks asked for, by number, both inclusive, and the instants they lie between. */
export interface Span {
  readonly courseId: number;
  readonly first: number;
  readonly last: number;
  /** Monday of the first week, YYYY-MM-DD, in the course's zone. */
  readonly monday: string;
  /** End of the last week, exclusive. */
  readonly asOf: Date;
  readonly zone: string;
}

/** First instant of the span. */
export const begins = ({ monday, zone }: Span) => sql`(${monday}::date::timestamp at time zone ${zone})`;

/** Number of the course week that holds an instant. */
export const weekOf = ({ first, monday, zone }: Span, instant: string) =>
  sql`(((${sql.raw(instant)} at time zone ${zone})::date - ${monday}::date) / 7 + ${first}::int)`;
