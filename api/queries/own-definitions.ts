import { sql } from 'kysely';
import type { ReadDb } from '@kith/sql/connect.ts';
import { differences } from '@kith/etl/definitions/change.ts';
import { firstOwnVersion, shipped } from '@kith/etl/definitions/overridable.ts';
import type { listOwnDefinitions } from '../contract/definitions.ts';
import type { ResponseOf } from '../contract/endpoint.ts';
import { select } from './select.ts';

type Answer = ResponseOf<typeof listOwnDefinitions>;
type Own = Answer['own'][number];

/** Since when what comes with Kith is in force here, and what the institution decided for itself, newest first. */
export const ownDefinitions = async (db: ReadDb): Promise<Answer> => ({
  since: await sinceOf(db),
  own: await ownOf(db),
});

async function sinceOf(db: ReadDb): Promise<Answer['since']> {
  const rows = await select<{ definition: string; since: Date }>(
    db,
    sql`
      select distinct on (definition) definition, since
      from insight.definition
      where version < ${firstOwnVersion}
      order by definition, version desc`,
  );
  return Object.fromEntries(rows.map(({ definition, since }) => [definition, since.toISOString()]));
}

async function ownOf(db: ReadDb): Promise<Own[]> {
  const rows = await select<Omit<Own, 'changes' | 'since'> & { since: Date; body: object | null }>(
    db,
    sql`
      select unit.title as unit, use.definition, use.since, use.version, use.note, definition.body
      from insight.definition_use as use
      left join core.unit as unit on unit.institution_id = use.institution_id and unit.unit_id = use.unit_id
      left join insight.definition as definition
        on definition.institution_id = use.institution_id and definition.definition = use.definition
        and definition.version = use.version
      order by use.since desc, use.unit_id, use.definition`,
  );
  return rows.map(({ body, since, ...own }) => ({
    ...own,
    since: since.toISOString(),
    changes:
      body === null
        ? []
        : differences(shipped[own.definition], body).map(({ path, before, value }) => ({
            path,
            before: leaf(before),
            value: leaf(value),
          })),
  }));
}

const leaf = (value: unknown): string | number | boolean | null =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
