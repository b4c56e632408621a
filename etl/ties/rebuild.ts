import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';
import type { Course } from '../compute/facts/course.ts';
import type { Tie } from '../tie.ts';
import { ties } from './index.ts';

/**
 * Rebuilds the stored tie events of a course from the facts as known: one INSERT … SELECT a kind; who was in a live
 * session; then the scalar contact of very large ones. A tie that touches staff goes to the layer `staff` whatever its
 * kind; a tie of someone who is neither learner nor staff (an observer, a guest) is none.
 */
export async function rebuildTies(db: Db, course: Pick<Course, 'institutionId' | 'courseId'>): Promise<void> {
  const here = sql`institution_id = ${course.institutionId} and course_id = ${course.courseId}`;
  for (const table of ['tie_event', 'session_stay', 'ambient_contact'] as const) {
    await sql`delete from insight.${sql.raw(table)} where ${here}`.execute(db);
  }
  for (const tie of inOrder(ties)) {
    if (tie.ofStays) {
      await storeStays(db, selectOf(tie.sqlFile, course));
      continue;
    }
    await sql`
      with
        event as materialized (${selectOf(tie.sqlFile, course)}),
        member as materialized (select * from core.known_member where ${here})
      insert into insight.tie_event
        (institution_id, course_id, kind, event_ref, source_person_id, target_person_id, layer, directed, occurred_at, weight)
      select
        event.institution_id, event.course_id, event.kind, event.event_ref, event.source_person_id, event.target_person_id,
        case
          when event.occurred_at >= source.staff_from and event.occurred_at < source.staff_to then 'staff'
          when event.occurred_at >= target.staff_from and event.occurred_at < target.staff_to then 'staff'
          else ${tie.layer}
        end,
        event.directed, event.occurred_at, event.weight
      from event
      join member as source
        on source.institution_id = event.institution_id and source.course_id = event.course_id
        and source.person_id = event.source_person_id
      join member as target
        on target.institution_id = event.institution_id and target.course_id = event.course_id
        and target.person_id = event.target_person_id
      where (source.learner_from is not null or source.staff_from is not null)
        and (target.learner_from is not null or target.staff_from is not null)`.execute(db);
  }
  await sql`
    insert into insight.ambient_contact (institution_id, course_id, event_ref, person_id, occurred_at, hours)
    ${selectOf('ambient-contact.sql', course)}`.execute(db);
}

const storeStays = (db: Db, stays: ReturnType<typeof selectOf>) =>
  sql`
    insert into insight.session_stay
      (institution_id, course_id, event_ref, person_id, occurred_at, people, seconds, came_at, left_at, intervals, staff)
    ${stays}`.execute(db);

/** Kinds in the order their SQL can run: what a kind reads comes before it. */
export function inOrder(all: readonly Tie[]): readonly Tie[] {
  const done: Tie[] = [];
  const add = (tie: Tie): void => {
    if (done.includes(tie)) return;
    for (const kind of tie.after ?? []) add(all.find((other) => other.kind === kind) ?? tie);
    done.push(tie);
  };
  for (const tie of all) add(tie);
  return done;
}

/** The SELECT of a tie file with its two parameters bound: $1 the institution, $2 the course. */
function selectOf(file: string, { institutionId, courseId }: Pick<Course, 'institutionId' | 'courseId'>) {
  const text = readFileSync(new URL(`../../sql/ties/${file}`, import.meta.url), 'utf8');
  const parts = text.split(/\$([12])/);
  return sql.join(
    parts.map((part, index) => {
      if (index % 2 === 0) return sql.raw(part);
      return part === '1' ? sql`${institutionId}::bigint` : sql`${courseId}::bigint`;
    }),
    sql.raw(''),
  );
}
