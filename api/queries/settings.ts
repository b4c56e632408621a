import { sql } from 'kysely';
import type { Db, ReadDb } from '@kith/sql/connect.ts';
import type { Language } from '../contract/language.ts';
import type { Reader } from '../reader.ts';
import { select } from './select.ts';

/** What somebody has chosen to read in; null: nothing. For mail, where no browser says it. */
export async function chosenLanguage(
  db: ReadDb,
  { institutionId, personId }: Pick<Reader, 'institutionId' | 'personId'>,
): Promise<Language | null> {
  const [row] = await select<{ language: Language | null }>(
    db,
    sql`select ops.language_of(${institutionId}, ${personId}) as language`,
  );
  return row?.language ?? null;
}

/** Keeps the reader's language; null forgets it. */
export async function setLanguage(
  db: Db,
  { institutionId, personId }: Reader,
  language: Language | null,
): Promise<void> {
  if (language === null) {
    await db.deleteFrom('ops.readerSetting').where('personId', '=', personId).execute();
    return;
  }
  const row = { language, changedAt: new Date() };
  await db
    .insertInto('ops.readerSetting')
    .values({ institutionId, personId, ...row })
    .onConflict((conflict) => conflict.columns(['institutionId', 'personId']).doUpdateSet(row))
    .execute();
}
