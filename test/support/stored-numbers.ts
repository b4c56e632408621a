import type { Db } from '@kith/sql/connect.ts';
import { sql } from 'kysely';

const tables = {
  learnerWeek: sql`insight.learner_week`,
  courseWeek: sql`insight.course_week`,
  alert: sql`insight.alert`,
  tie: sql`insight.tie`,
  ambient: sql`insight.ambient_contact`,
};

/** Everything that computing stored of an institution, but for the instants at which it did. */
export async function storedNumbers(
  db: Db,
  institutionId: number,
): Promise<Record<keyof typeof tables, readonly string[]>> {
  const stored: [string, readonly string[]][] = [];
  for (const [name, table] of Object.entries(tables)) {
    const { rows } = await sql<{ row: string }>`
      select (to_jsonb(t) - 'computed_at' - 'state_at')::text as row from ${table} as t
      where t.institution_id = ${institutionId}`.execute(db);
    stored.push([name, rows.map(({ row }) => row).sort()]);
  }
  return Object.fromEntries(stored) as Record<keyof typeof tables, readonly string[]>;
}
