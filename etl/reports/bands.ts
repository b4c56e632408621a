import { sql } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';
import { branchesOf, type Branch } from '../disclosure/branch.ts';
import { suppressTreeBeside } from '../disclosure/beside.ts';
import type { Rule } from '../disclosure/hypercube.ts';
import { rounded } from '../disclosure/rounded.ts';
import { wholeInstitution } from '../roll-up/tree.ts';
import type { Cell, Report } from './report.ts';

/** Learners by band: of every course and node below one of the organisation tree, in one calendar week. */
export interface BandsOf {
  readonly institutionId: number;
  /** Node; 0: the whole institution. */
  readonly unitId: number;
  /** Monday, YYYY-MM-DD. */
  readonly week: string;
  readonly rule: Rule;
}

/** Its columns, and what they mean. */
export const bandsColumns = {
  level: 'institution, faculty, programme (or another kind of node), or course',
  title: 'What it is called',
  above: 'What it belongs to',
  week_start: 'Monday of the calendar week, YYYY-MM-DD',
  connected: 'Learners whose band is "in touch"',
  watch: 'Learners whose band is "watch"',
  elevated: 'Learners whose band is "may be unconnected"',
  high: 'Learners whose band is the highest',
  cannot_tell: 'Learners of whom Kith cannot tell: too little seen, not seen at all, or nobody known to teach',
  learners:
    'All of these; who has opted out or is not enrolled is in none of them. Counts are to the nearest 5, so that parts need not add up',
} as const;

/** A course or node of the report: its counts in the order of the bands, the learners last. */
export interface BandsLine {
  /** Null: a node. */
  readonly courseId: number | null;
  readonly level: string;
  readonly title: string;
  readonly above: string;
  readonly cells: readonly Cell[];
}

/** Learners by band of a node and everything below it. */
export async function bandsReport(db: Db, of: BandsOf): Promise<Report> {
  const rows = (await bandsLines(db, of)).map(({ level, title, above, cells }) => [
    level,
    title,
    above,
    of.week,
    ...cells,
  ]);
  return { name: 'bands', columns: Object.keys(bandsColumns), dictionary: bandsColumns, rows };
}

/**
 * The lines of a node. What is left out follows one pattern of the whole institution, whatever part is asked for, so
 * that reports of two parts, or of two things, tell no more than one of the whole.
 */
export async function bandsLines(db: Db, { institutionId, unitId, week, rule }: BandsOf): Promise<BandsLine[]> {
  const places = await placesOf(db, institutionId, week);
  const root = branchOf(wholeInstitution, places);
  const out = root === null ? new Map<string, readonly boolean[]>() : await suppressTreeBeside(root, rule);
  const asked = root === null ? undefined : branchesOf(root).find(({ key }) => key === unitKey(unitId));
  if (asked === undefined) return [];
  return branchesOf(asked).map(({ key, counts }) => ({
    courseId: places.courses.find(({ courseId }) => courseKey(courseId) === key)?.courseId ?? null,
    ...places.about.get(key)!,
    cells: counts.map((count, column) => (out.get(key)![column]! ? 'suppressed' : rounded(count))),
  }));
}

interface Places {
  readonly units: readonly { readonly unitId: number; readonly parent: number }[];
  readonly courses: readonly {
    readonly courseId: number;
    readonly unitId: number;
    readonly counts: readonly number[];
  }[];
  readonly about: ReadonlyMap<string, { readonly level: string; readonly title: string; readonly above: string }>;
}

const unitKey = (unitId: number): string => `unit ${String(unitId)}`;
const courseKey = (courseId: number): string => `course ${String(courseId)}`;

/** A node with its courses and the nodes below it; null where there is nobody. */
function branchOf(unitId: number, places: Places): Branch | null {
  const below = [
    ...places.units.filter(({ parent }) => parent === unitId).flatMap((unit) => branchOf(unit.unitId, places) ?? []),
    ...places.courses
      .filter((course) => course.unitId === unitId)
      .map(({ courseId, counts }): Branch => ({ key: courseKey(courseId), counts, below: [] })),
  ];
  if (below.length === 0) return null;
  const counts = below[0]!.counts.map((_, column) => below.reduce((sum, one) => sum + one.counts[column]!, 0));
  return { key: unitKey(unitId), counts, below };
}

async function placesOf(db: Db, institutionId: number, week: string): Promise<Places> {
  const { rows: units } = await sql<{ unitId: number; parent: number; level: string; title: string; above: string }>`
    select unit.unit_id, coalesce(unit.parent_unit_id, ${wholeInstitution})::bigint as parent, unit.kind as level, unit.title,
      coalesce(above.title, institution.title) as above
    from core.unit as unit
    join core.institution as institution on institution.institution_id = unit.institution_id
    left join core.unit as above on above.institution_id = unit.institution_id and above.unit_id = unit.parent_unit_id
    where unit.institution_id = ${institutionId}
    order by unit.title, unit.unit_id`.execute(db);
  const { rows: courses } = await sql<{
    courseId: number;
    unitId: number;
    title: string;
    above: string;
    counts: number[];
  }>`
    select
      course.course_id, placed.unit_id, course.title, coalesce(unit.title, institution.title) as above,
      array[
        count(*) filter (where one.band = 'connected'), count(*) filter (where one.band = 'watch'),
        count(*) filter (where one.band = 'elevated'), count(*) filter (where one.band = 'high'),
        count(*) filter (where one.band is null), count(*)
      ]::int[] as counts
    from insight.unit_course as placed
    join core.course as course on course.institution_id = placed.institution_id and course.course_id = placed.course_id
    join core.institution as institution on institution.institution_id = placed.institution_id
    left join core.unit as unit on unit.institution_id = placed.institution_id and unit.unit_id = placed.unit_id
    join (
      select course_id, week_start, state, case when state = 'scored' then band end as band
      from insight.learner_week
      where institution_id = ${institutionId} and week_start = ${week}::date and state not in ('opted_out', 'not_enrolled')
    ) as one on one.course_id = placed.course_id
    where placed.institution_id = ${institutionId} and placed.direct
    group by course.course_id, placed.unit_id, course.title, unit.title, institution.title
    order by course.title, course.course_id`.execute(db);
  const { title } = await db
    .selectFrom('core.institution')
    .select('title')
    .where('institutionId', '=', institutionId)
    .executeTakeFirstOrThrow();
  return {
    units,
    courses,
    about: new Map([
      [unitKey(wholeInstitution), { level: 'institution', title, above: '' }],
      ...units.map(({ unitId, level, title: own, above }) => [unitKey(unitId), { level, title: own, above }] as const),
      ...courses.map(
        ({ courseId, title: own, above }) => [courseKey(courseId), { level: 'course', title: own, above }] as const,
      ),
    ]),
  };
}
