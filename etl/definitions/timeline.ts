import { sql } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';
import { inOrderOf } from './change.ts';
import { definitionIds, firstOwnVersion, schemas, shipped, type DefinitionId, type InForce } from './overridable.ts';

/** Definitions over time, as one place of the organisation tree sees them. */
export interface Timeline {
  readonly own: readonly Use[];
  /** What came with Kith, oldest first. */
  readonly shipped: readonly { readonly definition: string; readonly since: number; readonly body: object }[];
}

interface Use {
  readonly definition: string;
  /** Steps up from the place: 0 is the place itself. */
  readonly steps: number;
  readonly since: number;
  /** Null: back to what holds above. */
  readonly body: object | null;
}

/** The definitions at an instant: the nearest node's own, else the version that came with Kith by then, else its first. */
export function inForceAt(timeline: Timeline, at: number): InForce {
  return Object.fromEntries(definitionIds.map((id) => [id, oneInForce(timeline, id, at)])) as unknown as InForce;
}

function oneInForce<Id extends DefinitionId>(timeline: Timeline, id: Id, at: number): InForce[Id] {
  const uses = timeline.own.filter(({ definition, since }) => definition === id && since <= at);
  const nearest = [...new Set(uses.map(({ steps }) => steps))].sort((one, other) => one - other);
  for (const steps of nearest) {
    const latest = uses.filter((use) => use.steps === steps).reduce((a, b) => (b.since >= a.since ? b : a));
    const { body } = latest;
    if (body !== null) return once(body, () => schemas[id].parse(inOrderOf(shipped[id], body)));
  }
  const known = timeline.shipped.filter(({ definition }) => definition === id);
  const body = known.findLast(({ since }) => since <= at)?.body ?? known[0]?.body;
  if (body === undefined) return shipped[id];
  return once(body, () => {
    // A version of long ago may have had another shape; then its numbers cannot be made again, and today's are.
    const parsed = schemas[id].safeParse(inOrderOf(shipped[id], body));
    return parsed.success ? parsed.data : shipped[id];
  });
}

const read = new WeakMap<object, unknown>();

/** Reads a body once, however many weeks it is in force. */
function once<Definition extends object>(body: object, reading: () => Definition): Definition {
  const known = read.get(body) as Definition | undefined;
  if (known !== undefined) return known;
  const definition = reading();
  read.set(body, definition);
  return definition;
}

/** A place: a course, or a node of the tree (0: the institution). */
export type Place = { readonly courseId: number } | { readonly unitId: number };

export async function readTimeline(db: Db, institutionId: number, place: Place): Promise<Timeline> {
  const { rows: own } = await sql<Use>`
    with recursive
      part as (
        select course_id, unit_id, parent_course_id
        from core.course
        where institution_id = ${institutionId} and course_id = ${'courseId' in place ? place.courseId : null}::bigint
        union
        select above.course_id, above.unit_id, above.parent_course_id
        from part
        join core.course as above
          on above.institution_id = ${institutionId} and above.course_id = part.parent_course_id and part.unit_id is null
      ),
      climb as (
        select coalesce(max(unit_id), ${'unitId' in place ? place.unitId : 0}::bigint) as unit_id, 0 as steps from part
        union
        select coalesce(unit.parent_unit_id, 0), climb.steps + 1
        from climb
        join core.unit as unit on unit.institution_id = ${institutionId} and unit.unit_id = climb.unit_id
        where climb.steps < 20
      )
    select use.definition, climb.steps, extract(epoch from use.since)::float8 * 1000 as since, definition.body
    from climb
    join insight.definition_use as use on use.institution_id = ${institutionId} and use.unit_id = climb.unit_id
    left join insight.definition as definition
      on definition.institution_id = use.institution_id and definition.definition = use.definition
      and definition.version = use.version`.execute(db);
  const { rows: known } = await sql<{ definition: string; since: number; body: object }>`
    select definition, extract(epoch from since)::float8 * 1000 as since, body
    from insight.definition
    where institution_id = ${institutionId} and version < ${firstOwnVersion}
      and definition = any (${definitionIds}::text[])
    order by definition, version`.execute(db);
  return { own, shipped: known.map((one) => ({ ...one, body: withoutPatterns(one.body) })) };
}

/** The rule is noted with the patterns it reads, which are code. */
function withoutPatterns(body: object): object {
  const { patterns: _, ...rule } = body as { patterns?: unknown };
  return rule;
}
