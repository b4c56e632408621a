import { sql } from 'kysely';
import { within, type Db } from '@kith/sql/connect.ts';
import { settingsOf, type Sender } from './sender.ts';

export interface Refusal {
  /** Where in the request. */
  readonly place: string;
  readonly reason: string;
  /** Its structure, without what people wrote. */
  readonly statement: string | null;
}

/** Puts what was refused into quarantine: some senders log the answer, and never send again. */
export const keepRefused = (db: Db, sender: Sender, { place, reason, statement }: Refusal): Promise<void> =>
  within(db, settingsOf(sender), async (tx) => {
    await sql`
      insert into identity.refused_statement (institution_id, source_id, credential_id, at, place, reason, statement)
      values (${sender.institutionId}, ${sender.sourceId}, ${sender.credentialId}, clock_timestamp(), ${place}, ${reason},
        ${statement})`.execute(tx);
  });
