import { sql } from 'kysely';
import type { FastifyRequest } from 'fastify';
import type { Db } from '@kith/sql/connect.ts';
import type { Reader } from '../reader.ts';
import { keyOf } from './token.ts';

/** How a token for programs begins, so that whoever finds one somewhere knows what it is. */
export const tokenMark = 'kith_';

/** The token of "Authorization: Bearer …"; undefined: the request has none. */
export function bearerOf({ headers }: FastifyRequest): string | undefined {
  return /^Bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1];
}

/**
 * Whoever the token is of, with aggregates within reach and no learner, no name, no case and nothing of a steward's: the
 * policies of the database hold that, whatever a route does. Undefined: the token does not hold.
 */
export async function readerOfToken(db: Db, token: string): Promise<Reader | undefined> {
  const { rows } = await sql<Pick<Reader, 'institutionId' | 'personId' | 'aggregateCourses' | 'roles' | 'scopes'>>`
    select * from ops.token_reader(${keyOf(token)})`.execute(db);
  const [found] = rows;
  if (found === undefined) return undefined;
  const nobody = { learnerCourses: [], namedCourses: [], supportCourses: [], casePeople: [] };
  return { ...found, ...nobody, steward: false, toKeep: false, language: null };
}
