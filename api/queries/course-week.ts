import { sql } from 'kysely';
import type { ReadDb } from '@kith/sql/connect.ts';
import { isImmediacy, type HealthWeek } from '@kith/etl/health/about.ts';
import { courseIndicators as registry } from '@kith/etl/indicators/index.ts';
import type { getCourseWeek } from '../contract/course.ts';
import type { ResponseOf } from '../contract/endpoint.ts';
import { countsByWeek } from './counts.ts';
import { courseHead } from './course-head.ts';
import { headNotices } from './courses.ts';
import { healthOf } from './health.ts';
import { includedIn } from './included.ts';
import { select } from './select.ts';
import { sentenceOf } from './sentence-of.ts';
import { becauseOf } from './because.ts';
import { busiestPosters } from './busiest-posters.ts';
import { weekPoints } from './week-points.ts';

type CourseWeek = ResponseOf<typeof getCourseWeek>;

interface Row {
  week: number;
  asOf: Date;
  indicators: Record<string, number | null>;
  health: HealthWeek;
  /** Whether the reader teaches here, and so sees what is about those who teach. */
  immediacy: boolean;
  reference: Record<string, { usual: Record<string, { value: number } | null>; basis: string }>;
  sources: {
    source: CourseWeek['sources'][number]['source'];
    connected: boolean;
    from: number[];
    lastAt: number | null;
    seenLearners: number;
  }[];
  notices: CourseWeek['notices'];
}

/** One course-week for one reader; undefined where there is no such course for them. */
export async function courseWeek(
  db: ReadDb,
  { courseId, week, named }: { courseId: number; week?: number | undefined; named: boolean },
): Promise<CourseWeek | undefined> {
  const course = await courseHead(db, courseId);
  if (!course) return undefined;
  const row = await storedWeek(db, courseId, week);
  const counts = await countsByWeek(db, [courseId], 'all');
  const notices = [...(row?.notices ?? []), ...headNotices(course)];
  return {
    course,
    week: row?.week ?? null,
    asOf: row?.asOf.toISOString() ?? null,
    weeks: await weekPoints(db, courseId, counts),
    included: await includedIn(db, courseId, row?.week),
    counts: counts.get(`${String(courseId)}:${String(row?.week)}`) ?? null,
    notices,
    sources: row ? await sourcesOf(db, row) : [],
    indicators: row ? indicatorsOf(row) : [],
    health: row ? healthOf(row.health, row.immediacy, await healthBefore(db, courseId, row)) : null,
    usual: usualOf(row),
    because: await becauseOf(db, courseId),
    busiestPosters: named && notices.includes('no_staff') ? await busiestPosters(db, courseId) : [],
    named,
  };
}

/** The stored week, or the last closed one. */
export async function storedWeek(db: ReadDb, courseId: number, week?: number): Promise<Row | undefined> {
  const [row] = await select<Row>(
    db,
    sql`
      select
        week.week, as_of, week.indicators || coalesce(own.indicators, '{}') as indicators,
        coalesce(own.health, week.health) as health, own.health is not null as immediacy, reference, sources, notices
      from insight.course_week as week
      left join insight.course_immediacy as own
        on own.institution_id = week.institution_id and own.course_id = week.course_id and own.week = week.week
      where week.course_id = ${courseId} and (${week ?? null}::int is null or week.week = ${week ?? null}::int)
      order by week.week desc
      limit 1`,
  );
  return row;
}

/** Health of the week before, read as the week itself: with what is about those who teach, or without. */
async function healthBefore(db: ReadDb, courseId: number, { week, immediacy }: Row): Promise<HealthWeek | undefined> {
  const before = await storedWeek(db, courseId, week - 1);
  return before?.immediacy === immediacy ? before.health : undefined;
}

async function sourcesOf(db: ReadDb, row: Row): Promise<CourseWeek['sources']> {
  const names = await select<{ sourceId: number; name: string; lastLoadAt: Date | null }>(
    db,
    sql`
      select source.source_id, source.name, max(run.visible_at) as last_load_at
      from ops.source as source
      left join ops.run as run on run.institution_id = source.institution_id and run.source_id = source.source_id
      group by source.source_id, source.name`,
  );
  return row.sources.map(({ source, connected, from, lastAt, seenLearners }) => {
    const mine = names.filter(({ sourceId }) => from.includes(sourceId));
    const loads = mine.map(({ lastLoadAt }) => lastLoadAt?.getTime() ?? 0);
    return {
      source,
      from: mine.map(({ name }) => name).sort(),
      connected,
      lastEventAt: lastAt === null ? null : new Date(lastAt).toISOString(),
      lastLoadAt: Math.max(0, ...loads) === 0 ? null : new Date(Math.max(...loads)).toISOString(),
      seenLearners,
    };
  });
}

const indicatorsOf = (row: Row): CourseWeek['indicators'] =>
  registry.flatMap((indicator) => {
    if (!row.immediacy && isImmediacy(indicator.id)) return [];
    const value = row.indicators[indicator.id] ?? null;
    return {
      id: indicator.id,
      title: indicator.title,
      value,
      unit: indicator.unit,
      sentence: value === null ? `Not shown: it needs ${indicator.minimum}.` : sentenceOf(indicator, value),
      better: indicator.better,
    };
  });

/** The usual values of the largest group that was compared: the course as a whole where no group was large enough. */
function usualOf(row: Row | undefined): CourseWeek['usual'] {
  const references = Object.values(row?.reference ?? {});
  const reference = references.find(({ basis }) => basis === 'course') ?? references[0];
  if (!reference) return {};
  return Object.fromEntries(
    Object.entries(reference.usual).map(([component, usual]) => [component, usual?.value ?? null]),
  );
}
