import { sql } from 'kysely';
import type { Db, ReadDb } from '@kith/sql/connect.ts';
import type { BodyOf, ResponseOf } from '../contract/endpoint.ts';
import type { listTokens, makeToken } from '../contract/tokens.ts';
import { select } from './select.ts';

type Token = ResponseOf<typeof listTokens>[number];

/** Tokens that hold, the reader's own or for stewards all. */
export async function tokens(db: ReadDb): Promise<Token[]> {
  const rows = await select<
    Omit<Token, 'createdAt' | 'expiresAt' | 'lastUsedAt'> & {
      createdAt: Date;
      expiresAt: Date;
      lastUsedAt: Date | null;
    }
  >(db, sql`select * from ops.list_api_tokens()`);
  return rows.map(({ createdAt, expiresAt, lastUsedAt, ...row }) => ({
    ...row,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  }));
}

/** Keeps a token under its key until the end of a day, UTC. Null: the reader is no lead or researcher, or its end is wrong. */
export async function keepToken(
  db: Db,
  key: Buffer,
  { title, scopes, until }: BodyOf<typeof makeToken>,
): Promise<number | null> {
  const end = new Date(Date.parse(`${until}T00:00:00Z`) + 86_400_000);
  const { rows } = await sql<{ made: number | null }>`
    select ops.make_api_token(${key}, ${title}, ${[...new Set(scopes)].sort()}::text[], ${end}) as made`.execute(db);
  return rows[0]!.made;
}

/** False: there is none that holds, or it is not the reader's. */
export async function endToken(db: Db, tokenId: number): Promise<boolean> {
  const { rows } = await sql<{ ended: boolean }>`select ops.end_api_token(${tokenId}) as ended`.execute(db);
  return rows[0]!.ended;
}
