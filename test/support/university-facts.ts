import type { Db } from '@kith/sql/connect.ts';
import { sql } from 'kysely';

export interface Named {
  readonly personId: number;
  readonly accountId: number;
  readonly name: string;
}

interface Where {
  readonly institutionId: number;
  readonly sourceId: number;
}

/** People with an account, a name and a verified address each: `Ann Lee` is ann.lee@example.edu. */
export async function people(db: Db, { institutionId, sourceId }: Where, names: readonly string[]): Promise<Named[]> {
  const made: Named[] = [];
  for (const name of names) {
    const createdAt = new Date();
    const { personId } = await db
      .insertInto('core.person')
      .values({ institutionId, kind: 'human', pseudonym: sql<string>`gen_random_uuid()`, createdAt })
      .returning('personId')
      .executeTakeFirstOrThrow();
    const { accountId } = await db
      .insertInto('core.account')
      .values({ institutionId, personId, sourceId, inRoster: true, kind: 'human', createdAt })
      .returning('accountId')
      .executeTakeFirstOrThrow();
    const email = addressOf(name);
    const key = `u${personId}`;
    await db
      .insertInto('identity.account')
      .values({ institutionId, sourceId, accountId, key, displayName: name })
      .execute();
    await db.insertInto('identity.person').values({ institutionId, personId, displayName: name, email }).execute();
    await db
      .insertInto('identity.claim')
      .values({ institutionId, scheme: 'email', issuer: '', value: email, accountId, verified: true })
      .execute();
    made.push({ personId, accountId, name });
  }
  return made;
}

export const addressOf = (name: string): string => `${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '.')}@example.edu`;

export async function enrol(
  db: Db,
  where: Where,
  courseId: number,
  who: readonly Named[],
  role: 'teacher' | 'assistant' | 'learner',
  validFrom: Date,
): Promise<void> {
  await db
    .insertInto('core.enrolment')
    .values(
      who.map(({ accountId }) => ({
        ...where,
        courseId,
        runId: 0,
        ingestedAt: validFrom,
        accountId,
        role,
        status: 'active',
        validFrom,
      })),
    )
    .execute();
  await db
    .insertInto('core.participant')
    .values(
      who.map(({ personId }) => ({
        institutionId: where.institutionId,
        courseId,
        personId,
        role: role === 'learner' ? 'learner' : 'staff',
        basis: 'roster',
        status: 'active',
        validFrom,
      })),
    )
    .execute();
}

/** One contribution to the forum of a course; with a parent, an answer. */
export async function post(
  db: Db,
  where: Where,
  courseId: number,
  { key, parent, author, at }: { key: string; parent: string | null; author: Named; at: Date },
): Promise<void> {
  await db
    .insertInto('core.post')
    .values({
      ...where,
      courseId,
      runId: 0,
      ingestedAt: at,
      key,
      threadKey: parent ?? key,
      parentKey: parent,
      authorAccountId: author.accountId,
      anonymity: 'none',
      kind: parent === null ? 'thread' : 'reply',
      replyInference: 'explicit',
      occurredAt: at,
      visibility: 'course',
      words: 40,
      hasQuestion: parent === null,
      coAuthorAccountIds: [],
      mentionAccountIds: [],
      quotedKeys: [],
    })
    .execute();
}
