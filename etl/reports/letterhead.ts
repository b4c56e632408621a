import { sql } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';
import type { Language, Logo } from '../print/document.ts';
import { isWholePng } from '../print/png.ts';

/** What an institution prints its reports on. */
export interface Letterhead {
  readonly institution: string;
  readonly language: Language;
  readonly logo: Logo | null;
}

export async function letterheadOf(db: Db, institutionId: number): Promise<Letterhead> {
  const { rows } = await sql<{
    institution: string;
    language: Language | null;
    logo: Buffer | null;
    type: Logo['type'];
  }>`
    select place.title as institution, head.language, head.logo, head.logo_type as type
    from core.institution as place
    left join core.letterhead as head on head.institution_id = place.institution_id
    where place.institution_id = ${institutionId}`.execute(db);
  const { institution, language, logo, type } = rows[0]!;
  return { institution, language: language ?? 'en', logo: logo === null ? null : { type, bytes: logo } };
}

/** Sets what is said; what is not said stays. A null logo takes it away. */
export async function setLetterhead(
  db: Db,
  institutionId: number,
  said: { readonly language?: Language | undefined; readonly logo?: Logo | null | undefined },
): Promise<void> {
  const now = await letterheadOf(db, institutionId);
  const { language, logo } = {
    language: said.language ?? now.language,
    logo: said.logo === undefined ? now.logo : said.logo,
  };
  const row = { language, logo: logo?.bytes ?? null, logoType: logo?.type ?? null };
  await db
    .insertInto('core.letterhead')
    .values({ institutionId, ...row })
    .onConflict((conflict) => conflict.column('institutionId').doUpdateSet(row))
    .execute();
}

/** By its first bytes, whatever its name says. Null: neither JPEG nor a PNG that can be drawn. */
export function logoOf(bytes: Buffer): Logo | null {
  if (bytes.subarray(0, 8).equals(Buffer.from([137, 80, 78, 71, 13, 10, 26, 10])))
    return isWholePng(bytes) ? { type: 'image/png', bytes } : null;
  if (bytes.subarray(0, 3).equals(Buffer.from([255, 216, 255]))) return { type: 'image/jpeg', bytes };
  return null;
}
