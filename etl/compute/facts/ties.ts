import { sql } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';
import { readCompany } from './company.ts';
import type { Course } from './course.ts';
import type { TieEvent } from './tie-event.ts';

/** Hours of one person in a session of more than a hundred. */
export interface Ambient {
  readonly personId: number;
  readonly at: number;
  readonly hours: number;
}

/**
 * In the order of time, kind, layer and people, so that sums of the same facts are the same to the last bit. Ties of one
 * instant come as three lists, which costs a fraction of as many rows; those of live sessions are made here of who was
 * there.
 */
export async function readTies(db: Db, course: Course): Promise<readonly TieEvent[]> {
  const { rows } = await sql<TiesAtOnce>`
    select
      kind, layer, directed, extract(epoch from occurred_at)::float8 * 1000 as at,
      array_to_json(array_agg(source_person_id order by source_person_id, target_person_id, weight)) as sources,
      array_to_json(array_agg(target_person_id order by source_person_id, target_person_id, weight)) as targets,
      array_to_json(array_agg(weight order by source_person_id, target_person_id, weight)) as weights
    from insight.tie_event
    where institution_id = ${course.institutionId} and course_id = ${course.courseId}
    group by occurred_at, kind, layer, directed
    order by occurred_at`.execute(db);
  const single = rows.flatMap(({ kind, layer, directed, at, sources, targets, weights }) =>
    sources.map((source, place) => ({
      kind,
      layer,
      source,
      target: targets[place]!,
      directed,
      at,
      weight: weights[place]!,
    })),
  );
  // Both come in the order of time: sorting does little more than merge them.
  return [...single, ...(await readCompany(db, course))].sort(inOrder);
}

type TiesAtOnce = Pick<TieEvent, 'kind' | 'layer' | 'directed' | 'at'> &
  Record<'sources' | 'targets' | 'weights', number[]>;

/** By code units, as `collate "C"` has it: kinds and layers are plain ASCII. */
const inOrder = (one: TieEvent, other: TieEvent): number =>
  one.at - other.at ||
  byText(one.kind, other.kind) ||
  byText(one.layer, other.layer) ||
  Number(one.directed) - Number(other.directed) ||
  one.source - other.source ||
  one.target - other.target ||
  one.weight - other.weight;

const byText = (one: string, other: string): number => (one === other ? 0 : one < other ? -1 : 1);

export async function readAmbient(db: Db, course: Course): Promise<readonly Ambient[]> {
  const { rows } = await sql<Ambient>`
    select person_id, extract(epoch from occurred_at)::float8 * 1000 as at, hours
    from insight.ambient_contact
    where institution_id = ${course.institutionId} and course_id = ${course.courseId}
    order by occurred_at, person_id`.execute(db);
  return rows;
}
