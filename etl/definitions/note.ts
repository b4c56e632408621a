import { sql } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';
import { shipped, type InForce } from './overridable.ts';
import type { Indicator } from '../indicator.ts';
import { indicators } from '../indicators/index.ts';
import { patterns } from '../score/patterns.ts';

interface Definition {
  readonly definition: string;
  readonly version: number;
  readonly body: object;
}

/** Everything that gives a number its meaning, as data; words that only explain it may be put better at any time. */
export const definitionsOf = (numbers: InForce = shipped): readonly Definition[] => [
  ...Object.entries(numbers).map(([definition, body]: [string, InForce[keyof InForce]]) => ({
    definition,
    version: body.version,
    body: definition === 'alerts' ? { ...body, patterns: patternRules() } : body,
  })),
  ...indicators.map((indicator) => ({
    definition: `indicator:${indicator.id}`,
    version: indicator.version,
    body: meaningOf(indicator),
  })),
];

const patternRules = (): object =>
  Object.fromEntries(Object.entries(patterns).map(([id, { fires, alerts }]) => [id, { fires, alerts }]));

const meaningOf = ({ id, unit, range, better, needs, minimum, roles }: Indicator): object => ({
  id,
  unit,
  range,
  better,
  needs,
  minimum,
  roles,
});

/**
 * Notes the definitions in force, each version once, with the moment it came into force.
 *
 * @throws Error where a version is known with another content: a changed weight or wording is a new version.
 */
export async function noteDefinitions(
  db: Db,
  institutionId: number,
  definitions: readonly Definition[],
  now: Date,
): Promise<void> {
  const rows = JSON.stringify(definitions);
  const { rows: changed } = await sql<{ definition: string; version: number }>`
    select known.definition, known.version
    from jsonb_to_recordset(${rows}::jsonb) as row (definition text, version int, body jsonb)
    join insight.definition as known
      on known.institution_id = ${institutionId} and known.definition = row.definition and known.version = row.version
    where known.body <> row.body
    order by 1`.execute(db);
  if (changed.length > 0) {
    const names = changed.map(({ definition, version }) => `${definition} version ${String(version)}`).join(', ');
    throw new Error(`${names} is stored with another content. A change of meaning needs a new version number.`);
  }
  await sql`
    insert into insight.definition (institution_id, definition, version, body, since)
    select ${institutionId}, row.definition, row.version, row.body, ${now}::timestamptz
    from jsonb_to_recordset(${rows}::jsonb) as row (definition text, version int, body jsonb)
    on conflict (institution_id, definition, version) do nothing`.execute(db);
}
