import { sql } from 'kysely';
import { reading, type Db } from '@kith/sql/connect.ts';
import { select } from '../select.ts';
import { settingsOf, type Sender } from './sender.ts';

export interface Stored {
  readonly no: number;
  readonly stored: Date;
  /** The statement as JSON. */
  readonly statement: string;
}

/** What a reader asks for; everything that is given must hold. */
export interface Wanted {
  /** Digests of what it is to be found by: see etl/load/statements/terms.ts. */
  readonly terms: readonly number[];
  /** Exclusive. */
  readonly since?: string | undefined;
  /** Inclusive. */
  readonly until?: string | undefined;
  /** The last one of the page before. */
  readonly past?: { readonly stored: string; readonly no: number } | undefined;
  readonly ascending: boolean;
  readonly most: number;
}

/** A page, newest first unless asked otherwise, without what was voided. */
export const findStatements = (db: Db, sender: Sender, { terms, since, until, past, ascending, most }: Wanted) =>
  reading(db, settingsOf(sender), (tx) =>
    select(
      tx,
      sql<Stored>`
      select * from ops.find_statements(
        ${`{${terms.join()}}`}::bigint[], ${mineOf(sender)}::bigint, ${since ?? null}::timestamptz,
        ${until ?? null}::timestamptz, ${past?.stored ?? null}::timestamptz, ${past?.no ?? null}::bigint,
        ${ascending}::boolean, ${most}::integer)`,
    ),
  );

/** One statement by its id: a voided one only where voided ones are asked for. */
export const oneStatement = (db: Db, sender: Sender, id: string, voided: boolean): Promise<Stored | undefined> =>
  reading(db, settingsOf(sender), async (tx) => {
    const rows = await select(
      tx,
      sql<Stored>`
      select s.no, s.stored, s.statement::text as statement
      from identity.statement as s
      where s.institution_id = ${sender.institutionId} and s.source_id = ${sender.sourceId} and s.statement_id = ${id}
        and (${mineOf(sender)}::bigint is null or s.credential_id = ${mineOf(sender)}::bigint)
        and ${voided}::boolean = (
          s.voids is null
          and exists (
            select from identity.statement as v
            where v.institution_id = s.institution_id and v.source_id = s.source_id and v.voids = s.statement_id
          )
        )`,
    );
    return rows[0];
  });

const mineOf = ({ scopes, credentialId }: Sender): number | null =>
  scopes.includes('statements/read') ? null : credentialId;

/** Whatever was stored up to this instant is seen by a query that begins now. */
export async function consistentThrough(db: Db): Promise<Date> {
  const { rows } = await sql<{ at: Date }>`select ops.consistent_through() as at`.execute(db);
  return rows[0]!.at;
}
