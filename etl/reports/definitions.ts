import { sql } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';
import type { Speech } from './words/speech.ts';

/** By kind of score: the versions of its definition that occur between two weeks. */
export async function definitionsIn(
  db: Db,
  institutionId: number,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<Record<string, number[]>> {
  const { rows } = await sql<{ kind: string; versions: number[] }>`
    select kind, array_agg(distinct definition_version order by definition_version) as versions
    from insight.learner_week
    where institution_id = ${institutionId} and week_start between ${from}::date and ${to}::date
    group by kind
    union all
    select 'community_health', array_agg(distinct (health ->> 'version')::int order by (health ->> 'version')::int)
    from insight.course_week
    where institution_id = ${institutionId} and week_start between ${from}::date and ${to}::date
    having count(*) > 0
    order by 1`.execute(db);
  return Object.fromEntries(rows.map(({ kind, versions }) => [kind, versions]));
}

/** In a sentence, for a method note. */
export const printedDefinitions = (
  definitions: Readonly<Record<string, readonly number[]>>,
  { words }: Speech,
): string =>
  `${Object.entries(definitions)
    .map(([kind, versions]) => words.definition(kind, versions.join(', ')))
    .join('; ')}.`;
