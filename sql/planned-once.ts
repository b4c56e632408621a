import { createHash } from 'node:crypto';

import { Client } from 'pg';

/** Most texts that are given a name; a text that is put together anew each time must not fill a server's memory. */
const mostTexts = 1000;

/**
 * A connection on which Postgres plans a statement once and not each time: every query with its parameters apart goes
 * under a name (a prepared statement). Where the values decide which plan is good, Postgres sees it by the costs of the
 * first five and goes on planning by itself (plan_cache_mode auto).
 */
export class PlannedOnce extends Client {
  override query(...words: never[]): never {
    const [text, values] = words as unknown[];
    const name = Array.isArray(values) && typeof text === 'string' ? nameOf(text) : undefined;
    if (name === undefined) return (super.query as (...all: never[]) => never)(...words);
    const answer = (super.query as (config: object) => Promise<unknown>)({ name, text, values });
    return answer.catch((error: unknown) => {
      if (isOutdated(error)) void this.end();
      throw error;
    }) as never;
  }
}

const names = new Map<string, string>();

/** Undefined: goes as it is. Only what has a plan can be named, and only one statement at a time. */
function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined) return known;
  if (names.size >= mostTexts || !/^\s*(?:select|with|insert|update|delete)\b/i.test(text) || text.includes(';'))
    return undefined;
  const name = createHash('sha256').update(text).digest('base64url');
  names.set(text, name);
  return name;
}

/** A migration changed what the statement answers: the connection that remembers it is given up, the next one knows. */
const isOutdated = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === '0A000' && error.message.includes('cached plan');
