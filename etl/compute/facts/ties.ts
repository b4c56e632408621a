import { sql } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';
import type { Course } from './course.ts';

/** One stored tie event (indicators §1.2). Undirected ones stand once. */
export interface TieEvent {
  readonly kind: string;
  readonly layer: 'direct_peer' | 'contact' | 'staff';
  readonly source: number;
  readonly target: number;
  readonly directed: boolean;
  readonly at: number;
  /** Reply equivalents before decay. */
  readonly weight: number;
}

/** Hours of one person in a session of more than a hundred. */
export interface Ambient {
  readonly personId: number;
  readonly at: number;
  readonly hours: number;
}

/**
 * In a fixed order, so that sums of the same facts are the same to the last bit. A session makes thousands of ties of one
 * instant: they come as three lists, which costs a fraction of thousands of rows.
 */
export async function readTies(db: Db, course: Course): Promise<readonly TieEvent[]> {
  const { rows } = await sql<
    Pick<TieEvent, 'kind' | 'layer' | 'directed' | 'at'> & Record<'sources' | 'targets' | 'weights', number[]>
  >`
    select
      kind collate "C" as kind, layer collate "C" as layer, directed, extract(epoch from occurred_at)::float8 * 1000 as at,
      array_to_json(array_agg(source_person_id order by source_person_id, target_person_id, weight)) as sources,
      array_to_json(array_agg(target_person_id order by source_person_id, target_person_id, weight)) as targets,
      array_to_json(array_agg(weight order by source_person_id, target_person_id, weight)) as weights
    from insight.tie_event
    where institution_id = ${course.institutionId} and course_id = ${course.courseId}
    group by occurred_at, kind collate "C", layer collate "C", directed
    order by occurred_at, kind collate "C", layer collate "C", directed`.execute(db);
  return rows.flatMap(({ kind, layer, directed, at, sources, targets, weights }) =>
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
}

export async function readAmbient(db: Db, course: Course): Promise<readonly Ambient[]> {
  const { rows } = await sql<Ambient>`
    select person_id, extract(epoch from occurred_at)::float8 * 1000 as at, hours
    from insight.ambient_contact
    where institution_id = ${course.institutionId} and course_id = ${course.courseId}
    order by occurred_at, person_id`.execute(db);
  return rows;
}
