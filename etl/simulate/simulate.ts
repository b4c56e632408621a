import { calendarOf } from './calendar.ts';
import { forumOf } from './forum.ts';
import { sessionsOf } from './live.ts';
import { Scenario } from './scenario.ts';
import { contributionsOf, pulseOf, reviewsOf } from './tutoring.ts';
import { universityOf } from './university.ts';
import { writeCanvas, writeCanvasCourses } from './write/canvas.ts';
import { filesIn } from './write/files.ts';
import { courseLinks, writeAccounts, writeForum } from './write/moodle.ts';
import type { Noted } from './write/noted.ts';
import { writeOneRoster } from './write/oneroster.ts';
import { type IngestPlan, writePlan } from './write/plan.ts';
import { writeReports } from './write/teams.ts';
import { writeTruth } from './write/truth.ts';
import { writeTutoring } from './write/tutoring.ts';
import { writeStatements } from './write/xapi.ts';
import { writeParticipants } from './write/zoom.ts';

export interface SimulateOptions {
  /** Folder to write to: new, empty, or an earlier simulation, which is written over. */
  readonly out: string;
  /** A whole scenario, or what of one differs from the usual. */
  readonly scenario?: Scenario | undefined;
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
 * Writes a university as the files its systems would export: OneRoster, Moodle and Canvas forums, Teams and Zoom
 * reports, xAPI and hand lists, with planted isolated learners in truth.json (reference/indicators §5.5). The same
 * scenario and `now` give the same bytes. Throws where `out` holds something else.
 */
export async function simulate(options: SimulateOptions): Promise<Summary> {
  const { out, scenario = Scenario.parse({}), now = new Date(), onProgress } = options;
  const { seed } = scenario;
  const calendar = calendarOf(scenario.weeks, now, scenario.timezone, scenario.readingWeek);
  const university = universityOf(scenario, calendar);
  const { courses, learners } = university;
  const files = await filesIn(out);

  const noted: Noted[] = [];
  let posts = 0;
  for (const [at, course] of courses.entries()) {
    const forum = forumOf(seed, course, calendar, (at + 1) * postsPerCourse);
    const sessions = sessionsOf(seed, course, calendar);
    if (course.platform.forum === 'moodle') await writeForum(files, course, forum);
    else await writeCanvas(files, course, at, forum);
    if (course.platform.meetings === 'teams') await writeReports(files, course, sessions, calendar);
    else await writeParticipants(files, course, sessions, calendar);
    posts += forum.length;
    const contributions = contributionsOf(seed, course, calendar);
    const reviews = reviewsOf(seed, course, calendar);
    noted.push({ course, sessions, contributions, pulse: pulseOf(seed, course, calendar), reviews });
    onProgress?.(((at + 1) / courses.length) * 0.5);
  }
  await writeOneRoster(files, university);
  await writeAccounts(files, university);
  for (const meetings of ['teams', 'zoom'] as const) {
    const own = courses.filter(({ platform }) => platform.meetings === meetings);
    if (own.length > 0) await files.write(`${meetings}-courses/courses.csv`, courseLinks(own));
  }
  const canvas = courses
    .map((course, at) => ({ course, at }))
    .filter(({ course }) => course.platform.forum === 'canvas');
  if (canvas.length > 0) await writeCanvasCourses(files, canvas);
  await writeTutoring(files, university, noted);
  const statements = await writeStatements(files, seed, university);
  await writeTruth(files, seed, university);
  const plan = await writePlan(files, university, scenario);
  onProgress?.(1);

  const enrolments = courses.reduce((sum, { seats }) => sum + seats.length, 0);
  const sessions = noted.reduce((sum, each) => sum + each.sessions.length, 0);
  const { startsOn, endsOn } = calendar;
  const counts = { learners: learners.length, courses: courses.length, enrolments, posts, sessions, statements };
  return { out, ...counts, files: files.written.length, startsOn, endsOn, plan };
}
