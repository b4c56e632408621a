import { createHmac } from 'node:crypto';
import { sql } from 'kysely';
import type { Db, LocalSettings } from '@kith/sql/connect.ts';
import { institutionSecret } from '../load/institution-secret.ts';

/** Makes the pseudonyms of one export. Never stored, logged or released. */
export type ExportKey = Buffer;

/**
 * From the institution's secret and the export's id: the same export has the same pseudonyms whenever it is made, and no
 * other export has one of them.
 */
export async function exportKey(db: Db, institutionId: number, exportId: number): Promise<ExportKey> {
  return keyFrom(await institutionSecret(db, institutionId, 'export'), institutionId, exportId);
}

const keyFrom = (secret: Buffer, institutionId: number, exportId: number): ExportKey =>
  createHmac('sha256', secret)
    .update(`export ${String(institutionId)} ${String(exportId)}`)
    .digest();

/** As `ops.export_pseudonym` makes it in SQL. */
export const pseudonymOf = (key: ExportKey, kind: 'person' | 'course', id: number): string =>
  kind[0]! +
  createHmac('sha256', key)
    .update(`${kind} ${String(id)}`)
    .digest('hex')
    .slice(0, 20);

/** What `ops.export_pseudonym` reads: the key in the two padded forms of RFC 2104. */
export function settingsOf(key: ExportKey): LocalSettings {
  const padded = Buffer.alloc(64);
  key.copy(padded);
  const mixed = (pad: number) => Buffer.from(padded.map((byte) => byte ^ pad)).toString('hex');
  return { 'kith.export_inner': mixed(0x36), 'kith.export_outer': mixed(0x5c) };
}

/** What a person is called in every export whose files may be there, to look for when they are erased. */
export async function pseudonymsOf(db: Db, institutionId: number, personId: number): Promise<string[]> {
  const { rows } = await sql<{ exportId: number }>`
    select export_id from ops.export
    where institution_id = ${institutionId} and state in ('approved', 'made', 'failed', 'ending')
    order by export_id`.execute(db);
  const secret = await institutionSecret(db, institutionId, 'export');
  return rows.map(({ exportId }) => pseudonymOf(keyFrom(secret, institutionId, exportId), 'person', personId));
}
