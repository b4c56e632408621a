import type { Db } from '@kith/sql/connect.ts';

export interface Term {
  readonly key: string;
  readonly title: string;
  /** First and last day, YYYY-MM-DD. */
  readonly startsOn: string;
  readonly endsOn: string;
}

/** No term has this key. */
export class NoSuchTerm extends Error {
  readonly hint = '"kith term list" shows the terms; "kith term add" adds one.';

  constructor(key: string) {
    super(`There is no term "${key}".`);
    this.name = 'NoSuchTerm';
  }
}

/** Id of the term. Throws {@link NoSuchTerm}. */
export async function termNamed(db: Db, institutionId: number, key: string): Promise<number> {
  const found = await db
    .selectFrom('core.term')
    .select('termId')
    .where('institutionId', '=', institutionId)
    .where('key', '=', key)
    .executeTakeFirst();
  if (!found) throw new NoSuchTerm(key);
  return found.termId;
}

/** First and last day of a term. Throws {@link NoSuchTerm}. */
export async function termDays(db: Db, institutionId: number, key: string): Promise<Pick<Term, 'startsOn' | 'endsOn'>> {
  const found = (await terms(db, institutionId)).find((term) => term.key === key);
  if (!found) throw new NoSuchTerm(key);
  return found;
}

/** Adds a term by hand, or changes it; from then on no source changes its words. */
export async function setTerm(db: Db, institutionId: number, { key, ...term }: Term): Promise<void> {
  await db
    .insertInto('core.term')
    .values({ institutionId, key, ...term, createdAt: new Date() })
    .onConflict((conflict) => conflict.columns(['institutionId', 'key']).doUpdateSet({ ...term, sourceId: null }))
    .execute();
}

export const terms = (db: Db, institutionId: number) =>
  db
    .selectFrom('core.term')
    .select(['key', 'title', 'startsOn', 'endsOn'])
    .where('institutionId', '=', institutionId)
    .orderBy('startsOn')
    .orderBy('key')
    .execute();
