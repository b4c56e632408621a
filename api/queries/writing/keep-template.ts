import type { Db } from '@kith/sql/connect.ts';
import type { Template, TemplateKey } from '../../care/template.ts';
import type { Reader } from '../../reader.ts';

/** Keeps a text as the reader's own; null gives Kith's back. */
export async function keepTemplate(
  db: Db,
  { institutionId, personId: ownerId }: Reader,
  key: TemplateKey,
  text: Template | null,
): Promise<void> {
  if (text === null) {
    await db.deleteFrom('care.template').where('ownerId', '=', ownerId).where('key', '=', key).execute();
    return;
  }
  const { subject, body } = text;
  const changedAt = new Date();
  await db
    .insertInto('care.template')
    .values({ institutionId, ownerId, key, subject, body, changedAt })
    .onConflict((conflict) =>
      conflict.columns(['institutionId', 'ownerId', 'key']).doUpdateSet({ subject, body, changedAt }),
    )
    .execute();
}
