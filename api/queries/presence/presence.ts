import { sql } from 'kysely';
import type { z } from 'zod';
import type { ReadDb } from '@kith/sql/connect.ts';
import type { ResponseOf } from '../../contract/endpoint.ts';
import type { listPresence } from '../../contract/presence.ts';
import type { Visibility } from '../../contract/values.ts';
import { courseHead } from '../course-head.ts';
import { storedWeek } from '../course-week.ts';
import { select } from '../select.ts';
import { activeDays, postsWritten, type WeekCount } from './activity.ts';
import { arranged, type Wanted } from './arrange.ts';
import { rosterOf, type RosterRow } from './roster.ts';
import { sessionsByWeek, type WeekSessions } from './sessions.ts';
import type { Span } from './span.ts';

type Answer = ResponseOf<typeof listPresence>;
type Learner = Answer['learners'][number];
type Seen = z.output<typeof Visibility> | undefined;

/** More columns than this no page holds side by side. */
const longest = 14;

/** Sessions and activity of every learner by week; undefined where the reader sees no such course. */
export async function presence(
  db: ReadDb,
  { courseId, week, ...wanted }: Wanted & { readonly courseId: number; readonly week?: number | undefined },
): Promise<Answer | undefined> {
  const course = await courseHead(db, courseId);
  if (!course) return undefined;
  const stored = await storedWeek(db, courseId, week);
  if (!stored) return { weeks: [], attendance: false, activity: null, ...arranged([], wanted) };
  const weeks = await weeksUpTo(db, courseId, stored.week);
  const connected = new Set(stored.sources.flatMap(({ source, connected }) => (connected ? [source] : [])));
  const activity = connected.has('activity') ? 'days' : connected.has('forum') ? 'posts' : null;
  const attendance = connected.has('live');
  const span: Span = {
    courseId,
    first: weeks[0]!.week,
    last: stored.week,
    monday: weeks[0]!.weekStart,
    asOf: stored.asOf,
    zone: course.timezone,
  };
  const people = await rosterOf(db, span);
  const held = attendance ? await sessionsByWeek(db, span) : [];
  const counts = activity === null ? [] : await (activity === 'days' ? activeDays : postsWritten)(db, span);
  const by = { held: byPersonAndWeek(held), counts: byPersonAndWeek(counts) };
  return {
    weeks,
    attendance,
    activity,
    ...arranged(
      people.map((row) => learnerOf(row, weeks, by, { attendance, activity })),
      wanted,
    ),
  };
}

const weeksUpTo = async (db: ReadDb, courseId: number, last: number): Promise<Answer['weeks']> =>
  select<Answer['weeks'][number]>(
    db,
    sql`
      select week, week_start from insight.course_week
      where course_id = ${courseId} and week between ${last - longest + 1} and ${last}
      order by week`,
  );

const keyOf = (personId: number, week: number): string => `${String(personId)}:${String(week)}`;
const byPersonAndWeek = <Row extends { readonly personId: number; readonly week: number }>(rows: readonly Row[]) =>
  new Map(rows.map((row) => [keyOf(row.personId, row.week), row]));

interface Found {
  readonly held: ReadonlyMap<string, WeekSessions>;
  readonly counts: ReadonlyMap<string, WeekCount>;
}

function learnerOf(
  { personId, name, rosterState, weeks: seen }: RosterRow,
  weeks: Answer['weeks'],
  { held, counts }: Found,
  { attendance, activity }: Pick<Answer, 'attendance' | 'activity'>,
): Learner {
  const at = new Map(seen.map((one) => [one.week, one]));
  return {
    personId,
    name,
    rosterState,
    sessions: attendance
      ? weeks.map(({ week }) => sessionCell(at.get(week)?.live, held.get(keyOf(personId, week))))
      : [],
    activity:
      activity === null
        ? []
        : weeks.map(({ week }) =>
            activityCell(
              at.get(week)?.[activity === 'days' ? 'activity' : 'forum'],
              counts.get(keyOf(personId, week))?.count,
            ),
          ),
  };
}

/** Nothing is read into a source that cannot show the learner: only "present" and "true_zero" are knowledge. */
function sessionCell(seen: Seen, week: WeekSessions | undefined): Learner['sessions'][number] {
  if (seen === undefined || seen === 'not_yet_enrolled') return 'not_enrolled';
  if (seen !== 'present' && seen !== 'true_zero' && seen !== 'no_opportunity') return 'not_known';
  if (week === undefined) return 'none_held';
  return week.held + week.excused === 0 ? 'not_known' : [week.came, week.held, week.excused];
}

function activityCell(seen: Seen, count: number | undefined): Learner['activity'][number] {
  if (seen === undefined || seen === 'not_yet_enrolled') return 'not_enrolled';
  return seen === 'present' || seen === 'true_zero' ? (count ?? 0) : 'not_known';
}
