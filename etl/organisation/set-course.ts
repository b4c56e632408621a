import { sql } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';

import { byHand } from '../identity/people.ts';
import { rebuildAccess } from '../identity/access.ts';
import { ensureSource } from '../load/source.ts';
import { findCourse } from '../load/find-course.ts';
import { termNamed } from './terms.ts';
import { unitNamed } from './units.ts';

/** What a person may say of a course. What is not said stays. */
export interface CourseWords {
  readonly title?: string | undefined;
  /** First and last day, YYYY-MM-DD. */
  readonly startsOn?: string | undefined;
  readonly endsOn?: string | undefined;
  /** IANA zone. */
  readonly timezone?: string | undefined;
  /** Keys. */
  readonly unit?: string | undefined;
  readonly term?: string | undefined;
}

/** A course that cannot be what the person says. */
export class BadCourse extends Error {
  readonly hint: string;

  constructor(message: string, hint: string) {
    super(message);
    this.name = 'BadCourse';
    this.hint = hint;
  }
}

/**
 * Says of a course what no source says, or says wrongly. Dates and zone set by hand outlast every load. All its weeks
 * are queued where weeks begin or end elsewhere now; who may see it is worked out anew where it moves in the tree.
 */
export async function setCourse(db: Db, institutionId: number, courseId: number, words: CourseWords): Promise<void> {
  const { title, startsOn, endsOn, timezone, unit, term } = words;
  await db.transaction().execute(async (tx) => {
    const unitId = unit === undefined ? undefined : await unitNamed(tx, institutionId, unit);
    const termId = term === undefined ? undefined : await termNamed(tx, institutionId, term);
    const calendar = startsOn !== undefined || endsOn !== undefined || timezone !== undefined;
    const changes = { title, startsOn, endsOn, timezone, unitId, termId, datesBasis: calendar ? 'set' : undefined };
    const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
    if (Object.keys(given).length === 0) return;
    const after = await tx
      .updateTable('core.course')
      .set({ ...given, settings: rememberByHand(words) })
      .where('institutionId', '=', institutionId)
      .where('courseId', '=', courseId)
      .returning(['startsOn', 'endsOn'])
      .executeTakeFirstOrThrow();
    if (after.startsOn !== null && after.endsOn !== null && after.endsOn < after.startsOn) {
      throw new BadCourse(
        `The course would end on ${after.endsOn}, before it starts on ${after.startsOn}.`,
        'Give both: --start and --end.',
      );
    }
    if (calendar) await queueWeeks(tx, institutionId, courseId);
    if (unitId !== undefined) await rebuildAccess(tx, { institutionId, courseIds: [courseId] });
  });
}

/** Keeps which words a person said, so that no later load takes them back. */
const rememberByHand = (words: CourseWords) => {
  const said = (['title', 'unit', 'term'] as const).filter((word) => words[word] !== undefined);
  return sql<string>`settings || jsonb_build_object('byHand', (
    select coalesce(jsonb_agg(distinct word), '[]'::jsonb)
    from jsonb_array_elements_text(coalesce(settings -> 'byHand', '[]'::jsonb) || ${JSON.stringify(said)}::jsonb) as word))`;
};

/** Queues every week of a course for computing. The first day counts even where no week has passed yet. */
export async function queueWeeks(db: Db, institutionId: number, courseId: number): Promise<void> {
  await sql`
    insert into ops.dirty_week (institution_id, course_id, week_start, since)
    select course.institution_id, course.course_id, week::date, ${new Date()}::timestamptz
    from
      core.course as course,
      generate_series(
        date_trunc('week', course.starts_on::timestamp),
        greatest(course.starts_on, least(course.ends_on, ${new Date()}::date))::timestamp,
        interval '7 days'
      ) as week
    where course.institution_id = ${institutionId} and course.course_id = ${courseId} and course.starts_on is not null
    on conflict (institution_id, course_id, week_start) do update set since = ops.dirty_week.since`.execute(db);
  await sql`select ops.queue_recompute(${institutionId})`.execute(db);
}

/** Makes a course that no source has brought yet. Its key is the code, and files may name it so. Throws {@link BadCourse}. */
export async function addCourse(db: Db, institutionId: number, code: string, words: CourseWords): Promise<number> {
  if ((await findCourse(db, institutionId, code)) !== undefined) {
    throw new BadCourse(`There is a course "${code}" already.`, `kith course set ${code} … changes it.`);
  }
  const sourceId = await ensureSource(db, institutionId, byHand);
  return db.transaction().execute(async (tx) => {
    const { courseId } = await tx
      .insertInto('core.course')
      .values({
        institutionId,
        kind: 'course',
        title: words.title ?? code,
        code,
        datesBasis: 'unknown',
        settings: JSON.stringify({ byHand: words.title === undefined ? ['code'] : ['code', 'title'] }),
        createdAt: new Date(),
      })
      .returning('courseId')
      .executeTakeFirstOrThrow();
    await tx.insertInto('core.courseKey').values({ institutionId, sourceId, key: code, courseId }).execute();
    return courseId;
  });
}
