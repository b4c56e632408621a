import { reading, type Db } from '@kith/sql/connect.ts';
import type { Mailer } from '../mail/mailer.ts';
import { digestCounts } from '../queries/digest.ts';
import { settingsOf, type Reader } from '../reader.ts';
import { digestWords, worthSaying } from './words.ts';

/**
 * Counts one reader's Monday page as they would see it and sends the weekly word. False: there was nothing to say.
 *
 * @throws when the mail server does not take it
 */
export async function sendDigest(
  { db, mailer, address }: { readonly db: Db; readonly mailer: Mailer; readonly address: string },
  who: Omit<Reader, 'toKeep'>,
  to: string,
): Promise<boolean> {
  const reader = { ...who, toKeep: false };
  const counts = await reading(db, settingsOf(reader), (tx) => digestCounts(tx, reader));
  if (!worthSaying(counts)) return false;
  await mailer.send({ to, replyTo: null, fromName: 'Kith', ...digestWords(counts, address) });
  return true;
}
