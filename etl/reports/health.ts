import { sql } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';
import { communityHealth, type HealthTheme } from '../health/definition.ts';
import type { HealthWeek } from '../health/over-weeks.ts';
import { bandsLines, type BandsOf } from './bands.ts';
import type { Cell, Report } from './report.ts';

/** What is about instructors stands in no report (ADR 80). */
const themes = (Object.keys(communityHealth.themes) as HealthTheme[]).filter((theme) => theme !== 'EI');

/** Its columns, and what they mean. */
export const healthColumns: Readonly<Record<string, string>> = {
  title: 'What the course is called',
  above: 'What it belongs to',
  week_start: 'Monday of the calendar week, YYYY-MM-DD',
  week: 'Week of the course, from 1',
  learners: 'Learners enrolled who have not opted out; left out and rounded as in the report of bands',
  index:
    'Community health, 0 to 100, without what is about instructors; empty: too little is known; left out where the learners are',
  low: 'Lower end of its 90 % interval over learners; empty: none can be said',
  high: 'Upper end of it',
  band: 'thriving, steady, fragile or struggling',
  ...Object.fromEntries(
    themes.map((theme) => [
      `theme_${theme.toLowerCase()}`,
      `${communityHealth.themes[theme].title}, 0 to 100; empty: not known`,
    ]),
  ),
  definition_version: 'Version of the definition of community health',
};

/** Community health of every course below a node in one calendar week. Few learners' is left out, by the pattern of the bands. */
export async function healthReport(db: Db, of: BandsOf): Promise<Report> {
  const stored = await healthOf(db, of);
  const rows = (await bandsLines(db, of)).flatMap(({ courseId, title, above, cells }): Cell[][] => {
    const course = courseId === null ? undefined : stored.get(courseId);
    if (course === undefined) return [];
    const learners = cells.at(-1)!;
    const told = numbersOf(course.health).map((cell) => (learners === 'suppressed' ? 'suppressed' : cell));
    return [[title, above, of.week, course.week, learners, ...told, course.health.version]];
  });
  return { name: 'health', columns: Object.keys(healthColumns), dictionary: healthColumns, rows };
}

interface Stored {
  readonly courseId: number;
  readonly week: number;
  readonly health: HealthWeek;
}

async function healthOf(db: Db, { institutionId, week }: BandsOf): Promise<Map<number, Stored>> {
  const { rows } = await sql<Stored>`
    select course_id, week, health from insight.course_week
    where institution_id = ${institutionId} and week_start = ${week}::date`.execute(db);
  return new Map(rows.map((row) => [row.courseId, row]));
}

function numbersOf(health: HealthWeek): Cell[] {
  if ('withheld' in health) return [null, null, null, null, ...themes.map(() => null)];
  const scores = new Map<string, number>(health.themes.map(({ theme, score }) => [theme, score]));
  return [
    rounded(health.index),
    rounded(health.interval?.low),
    rounded(health.interval?.high),
    health.band,
    ...themes.map((theme) => rounded(scores.get(theme))),
  ];
}

/** To one decimal: more would be a fingerprint of the course, and says nothing. */
const rounded = (value: number | undefined): number | null =>
  value === undefined ? null : Math.round(value * 10) / 10;
