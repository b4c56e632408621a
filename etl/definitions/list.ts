import { sql } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';
import { differences, type Change } from './change.ts';
import { shipped, type DefinitionId } from './overridable.ts';

/** A node's own definition, with what it changes against what comes with Kith. */
export interface OwnLine {
  readonly unitId: number;
  /** Title; null: the institution. */
  readonly unit: string | null;
  readonly definition: DefinitionId;
  readonly since: Date;
  /** Null: back to what holds above. */
  readonly version: number | null;
  readonly changes: readonly (Change & { readonly before: unknown })[];
  readonly note: string | null;
}

/** Everything that was ever decided, newest first: also what no longer holds, because weeks were made with it. */
export async function ownDefinitions(db: Db, institutionId: number): Promise<readonly OwnLine[]> {
  const { rows } = await sql<Omit<OwnLine, 'changes'> & { body: object | null }>`
    select use.unit_id, unit.title as unit, use.definition, use.since, use.version, use.note, definition.body
    from insight.definition_use as use
    left join core.unit as unit on unit.institution_id = use.institution_id and unit.unit_id = use.unit_id
    left join insight.definition as definition
      on definition.institution_id = use.institution_id and definition.definition = use.definition
      and definition.version = use.version
    where use.institution_id = ${institutionId}
    order by use.since desc, use.unit_id, use.definition`.execute(db);
  return rows.map(({ body, ...line }) => ({
    ...line,
    changes: body === null ? [] : differences(shipped[line.definition], body),
  }));
}
