import { compute } from '@kith/etl/compute/compute.ts';
import type { Db } from '@kith/sql/connect.ts';
import { sql } from 'kysely';

import { enrol, people, post, type Named } from './university-facts.ts';

/** The people of the test university, by what they may do. */
export const staffRoles = [
  'instructor',
  'assistant',
  'lead',
  'support',
  'researcher',
  'steward',
  'admin',
  'learner',
  'stranger',
] as const;
export type StaffRole = (typeof staffRoles)[number];

export interface Place {
  readonly courseId: number;
  /** Learners with their planted names, which appear nowhere else. */
  readonly learners: readonly Named[];
}

export interface University {
  readonly institutionId: number;
  readonly sourceId: number;
  /** Nodes of the tree: two programmes. */
  readonly humanities: number;
  readonly sciences: number;
  /** In humanities: where the instructor, the assistant and the learner are. */
  readonly own: Place;
  /** In humanities too: the lead's and the researcher's, not the instructor's. */
  readonly sibling: Place;
  /** In sciences: nobody's but the stranger's, who teaches there. */
  readonly foreign: Place;
  readonly staff: Readonly<Record<StaffRole, Named>>;
}

const day = 86_400_000;
/** Monday six weeks before this one. */
const start = (now: number): number => now - (((new Date(now).getUTCDay() + 6) % 7) + 42) * day - (now % day);

/**
 * A small university that is computed and has somebody of every role: two programmes, three courses of twelve learners,
 * six weeks of a forum. In every course the last learner is quiet.
 *
 *     const { db, drop } = await freshDatabase();
 *     const { own, foreign, staff } = await university(db);
 */
export async function university(db: Db, key = 'north'): Promise<University> {
  const now = Date.now();
  const from = new Date(start(now));
  const { institutionId } = await db
    .insertInto('core.institution')
    .values({ key, title: `University ${key}`, timezone: 'UTC', createdAt: from })
    .returning('institutionId')
    .executeTakeFirstOrThrow();
  const { sourceId } = await db
    .insertInto('ops.source')
    .values({ institutionId, name: 'moodle:main', connector: 'native', settings: '{}', createdAt: from })
    .returning('sourceId')
    .executeTakeFirstOrThrow();
  const where = { institutionId, sourceId };
  const [faculty] = await units(db, institutionId, null, ['Faculty']);
  const [humanities, sciences] = await units(db, institutionId, faculty!, ['Humanities', 'Sciences']);
  const staffPeople = await people(
    db,
    where,
    staffRoles.map((role) => `${key} ${role}`),
  );
  const staff = Object.fromEntries(staffRoles.map((role, index) => [role, staffPeople[index]!])) as University['staff'];
  const places: Place[] = [];
  for (const [title, unitId] of [
    ['Poetry', humanities!],
    ['Prose', humanities!],
    ['Physics', sciences!],
  ] as const) {
    places.push(await place(db, where, { title, unitId, from, ends: new Date(now + 30 * day), key }));
  }
  const [own, sibling, foreign] = places as [Place, Place, Place];
  await enrol(db, where, own.courseId, [staff.instructor], 'teacher', from);
  await enrol(db, where, own.courseId, [staff.assistant], 'assistant', from);
  await enrol(db, where, own.courseId, [staff.learner], 'learner', from);
  await enrol(db, where, foreign.courseId, [staff.stranger], 'teacher', from);
  await enrol(db, where, sibling.courseId, [(await people(db, where, [`${key} other teacher`]))[0]!], 'teacher', from);
  for (const role of ['lead', 'support', 'researcher'] as const)
    await grant(db, institutionId, staff[role], role, humanities!);
  for (const role of ['steward', 'admin'] as const) await grant(db, institutionId, staff[role], role, null);
  await sql`select ops.refresh_course_access(${institutionId})`.execute(db);
  const { failed } = await compute(db, institutionId, { all: true });
  if (failed.length > 0) throw new Error(`The test university is not computed: ${failed[0]!.message}`);
  return { ...where, humanities: humanities!, sciences: sciences!, own, sibling, foreign, staff };
}

async function units(db: Db, institutionId: number, parentUnitId: number | null, titles: readonly string[]) {
  const kind = parentUnitId === null ? 'faculty' : 'programme';
  const rows = await db
    .insertInto('core.unit')
    .values(titles.map((title) => ({ institutionId, parentUnitId, kind, title, key: title, createdAt: new Date() })))
    .returning('unitId')
    .execute();
  return rows.map(({ unitId }) => unitId);
}

interface CourseSketch {
  readonly title: string;
  readonly unitId: number;
  readonly from: Date;
  readonly ends: Date;
  readonly key: string;
}

async function place(db: Db, where: { institutionId: number; sourceId: number }, sketch: CourseSketch): Promise<Place> {
  const { title, unitId, from, ends, key } = sketch;
  const { courseId } = await db
    .insertInto('core.course')
    .values({
      institutionId: where.institutionId,
      kind: 'course',
      title,
      unitId,
      startsOn: from.toISOString().slice(0, 10),
      endsOn: ends.toISOString().slice(0, 10),
      datesBasis: 'set',
      settings: '{}',
      createdAt: from,
    })
    .returning('courseId')
    .executeTakeFirstOrThrow();
  await db
    .insertInto('core.courseKey')
    .values({ ...where, key: title.toLowerCase(), courseId })
    .execute();
  const names = Array.from({ length: 12 }, (_, index) => `Zyx${key} ${title}son-${index + 1}`);
  const learners = await people(db, where, names);
  await enrol(db, where, courseId, learners, 'learner', from);
  for (let week = 0; week < 6; week++) {
    for (const [index, learner] of learners.slice(0, -1).entries()) {
      const at = new Date(from.getTime() + (week * 7 + (index % 5)) * day + index * 3_600_000);
      const earlier = index === 0 ? null : `${title}-${week}-${index - 1}`;
      await post(db, where, courseId, { key: `${title}-${week}-${index}`, parent: earlier, author: learner, at });
    }
  }
  return { courseId, learners };
}

/** A grant on a node of the tree; null: on the institution. */
export async function grant(db: Db, institutionId: number, who: Named, role: string, unitId: number | null) {
  const at = new Date(Date.now() - day);
  await db
    .insertInto('ops.accessGrant')
    .values({ institutionId, personId: who.personId, role, unitId, validFrom: at, createdAt: at })
    .execute();
}
