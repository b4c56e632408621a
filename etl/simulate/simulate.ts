import { calendarOf } from './calendar.ts';
import { forumOf, type Post } from './forum.ts';
import { sessionsOf } from './live.ts';
import { contributionsOf, pulseOf } from './tutoring.ts';
import { universityOf } from './university.ts';
import { filesIn } from './write/files.ts';
import { courseLinks, writeAccounts, writeForum } from './write/moodle.ts';
import type { Noted } from './write/noted.ts';
import { writeOneRoster } from './write/oneroster.ts';
import { type IngestPlan, writePlan } from './write/plan.ts';
import { writeReports } from './write/teams.ts';
import { writeTruth } from './write/truth.ts';
import { writeTutoring } from './write/tutoring.ts';
import { writeStatements } from './write/xapi.ts';

export interface SimulateOptions {
  /** Folder to write to: new, empty, or an earlier simulation, which is written over. */
  readonly out: string;
  readonly seed?: number | undefined;
  readonly students?: number | undefined;
  readonly courses?: number | undefined;
  readonly weeks?: number | undefined;
  /** The last simulated week is the last whole one before this. */
  readonly now?: Date | undefined;
  /** Called after each course and at the end, with the share done. */
  readonly onProgress?: ((share: number) => void) | undefined;
}

export interface Summary {
  readonly out: string;
  readonly learners: number;
  readonly courses: number;
  readonly enrolments: number;
  readonly posts: number;
  readonly sessions: number;
  readonly statements: number;
  readonly files: number;
  /** First and last day of the simulated weeks' term. */
  readonly startsOn: string;
  readonly endsOn: string;
  readonly plan: IngestPlan;
}

/** Posts of one course; the ids of the next begin above them. */
const postsPerCourse = 100_000;

/**
 * Writes a small university as the files its systems would export: OneRoster, Moodle forums, Teams reports, xAPI and
 * hand lists, with planted isolated learners in truth.json (reference/indicators §5.5). The same seed, sizes and `now`
 * give the same bytes. Throws where `out` holds something else, and RangeError on a size that is none.
 */
export async function simulate(options: SimulateOptions): Promise<Summary> {
  const {
    out,
    seed = 1,
    students = 900,
    courses: courseCount = 12,
    weeks = 10,
    now = new Date(),
    onProgress,
  } = options;
  for (const [name, size] of Object.entries({ students, courses: courseCount, weeks })) {
    if (!Number.isInteger(size) || size < 1) throw new RangeError(`${name} is a whole number from 1, not ${size}.`);
  }
  const calendar = calendarOf(weeks, now);
  const university = universityOf(seed, students, courseCount, calendar);
  const { courses, learners } = university;
  const files = await filesIn(out);

  const noted: Noted[] = [];
  let posts = 0;
  for (const [at, course] of courses.entries()) {
    const forum: Post[] = forumOf(seed, course, calendar, (at + 1) * postsPerCourse);
    const sessions = sessionsOf(seed, course, calendar);
    await writeForum(files, course, forum);
    await writeReports(files, course, sessions, calendar);
    posts += forum.length;
    const contributions = contributionsOf(seed, course, calendar);
    noted.push({ course, sessions, contributions, pulse: pulseOf(seed, course, calendar) });
    onProgress?.(((at + 1) / courses.length) * 0.5);
  }
  await writeOneRoster(files, university);
  await writeAccounts(files, university);
  await files.write('teams-courses/courses.csv', courseLinks(courses));
  await writeTutoring(files, university, noted);
  const statements = await writeStatements(files, seed, university);
  await writeTruth(files, seed, university);
  const plan = await writePlan(files, university);
  onProgress?.(1);

  const enrolments = courses.reduce((sum, { seats }) => sum + seats.length, 0);
  const sessions = noted.reduce((sum, each) => sum + each.sessions.length, 0);
  const { startsOn, endsOn } = calendar;
  const counts = { learners: learners.length, courses: courses.length, enrolments, posts, sessions, statements };
  return { out, ...counts, files: files.written.length, startsOn, endsOn, plan };
}
