import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Db, LocalSettings } from '@kith/sql/connect.ts';

export type Scope = 'statements/write' | 'statements/read' | 'statements/read/mine';

/** Who sends statements or reads them: a credential of one source. */
export interface Sender {
  readonly institutionId: number;
  readonly sourceId: number;
  readonly credentialId: number;
  readonly scopes: readonly Scope[];
}

/** Undefined: no such credential, or its time is over. */
export async function senderOf(db: Db, key: string, secret: string): Promise<Sender | undefined> {
  const hash = createHash('sha256').update(secret).digest();
  return (await sql<Sender>`select * from ops.xapi_sender(${key}, ${hash})`.execute(db)).rows[0];
}

/** What row-level security lets a sender see: the statements of its own source. */
export const settingsOf = ({ institutionId, sourceId }: Sender): LocalSettings => ({
  'kith.institution': String(institutionId),
  'kith.source': String(sourceId),
});
