import { sql } from 'kysely';
import type { ReadDb } from '@kith/sql/connect.ts';
import { select } from './select.ts';

/** Name of the signed-in person and of the institution. */
export async function me(db: ReadDb, personId: number): Promise<{ name: string; institution: string }> {
  const [row] = await select<{ name: string; institution: string }>(
    db,
    sql`
      select coalesce(person.display_name, 'You') as name, institution.title as institution
      from core.institution as institution
      left join identity.person as person
        on person.institution_id = institution.institution_id and person.person_id = ${personId}
      limit 1`,
  );
  return row ?? { name: 'You', institution: '' };
}
