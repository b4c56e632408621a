import { sql, type RawBuilder } from 'kysely';

/** ('a', 'b'): a constant list for `in`. */
export const sqlList = (words: readonly string[]): RawBuilder<unknown> =>
  sql`(${sql.join(words.map((word) => sql.lit(word)))})`;
