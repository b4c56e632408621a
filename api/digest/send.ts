import { reading, type Db } from '@kith/sql/connect.ts';
import type { Mailer } from '../mail/mailer.ts';
import { digestCounts } from '../queries/digest.ts';
import { chosenLanguage } from '../queries/settings.ts';
import { settingsOf, type Reader } from '../reader.ts';
import { digestWords, worthSaying } from './words.ts';

/**
 * Counts one reader's Monday page as they would see it and sends the weekly word, in the language they have chosen, else
 * in English: no browser asks here. False: there was nothing to say.
 *
 * @throws when the mail server does not take it
 */
export async function sendDigest(
  { db, mailer, address }: { readonly db: Db; readonly mailer: Mailer; readonly address: string },
  who: Omit<Reader, 'toKeep' | 'language'>,
  to: string,
): Promise<boolean> {
  const reader = { ...who, toKeep: false, language: null };
  const { counts, language } = await reading(db, settingsOf(reader), async (tx) => ({
    counts: await digestCounts(tx, reader),
    language: (await chosenLanguage(tx, reader)) ?? 'en',
  }));
  if (!worthSaying(counts)) return false;
  await mailer.send({ to, replyTo: null, fromName: 'Kith', ...digestWords(counts, address, language) });
  return true;
}
