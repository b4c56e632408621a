import { availableParallelism } from 'node:os';
import { compute as computeCourses } from '../compute/compute.ts';
import { replayCourse } from '../compute/compute-course.ts';
import { courseNamed, withoutStart } from '../organisation/courses.ts';
import { compareWithStored, courseToReplay } from './as-of.ts';
import { defineCommand, type CommandContext } from './command.ts';
import { Failure, UsageError } from './trouble.ts';
import { instant, whole } from './values.ts';

export const compute = defineCommand({
  name: 'compute',
  summary: 'Ties, scores and course indicators of what changed',
  usage: [
    'compute [--course <course>] [--all]',
    'compute --course <course> --as-of <instant> [--from <week>] [--to <week>]',
  ],
  options: {
    course: { type: 'string', value: 'course', about: 'Only this course' },
    all: { type: 'boolean', about: 'Every week of every course, whether its facts changed or not' },
    'as-of': {
      type: 'string',
      value: 'instant',
      about: 'What would have come out with what was known then; nothing is stored',
    },
    from: { type: 'string', value: 'week', about: 'With --as-of: first week to compare' },
    to: { type: 'string', value: 'week', about: 'With --as-of: last week to compare' },
  },
  examples: ['compute', 'compute --course ENV101', 'compute --course ENV101 --as-of 2026-10-05'],

  async run(context, { values }) {
    const [from, to] = [whole('--from', values.from), whole('--to', values.to)];
    const knownAt = instant('--as-of', values['as-of']);
    if (knownAt === undefined && (from ?? to) !== undefined) {
      throw new UsageError(
        '--from and --to go with --as-of.',
        'A course is always computed whole: a band depends on the weeks before.',
      );
    }
    const { institutionId } = await context.institution();
    const db = await context.db();
    const courseId = values.course === undefined ? undefined : await courseNamed(db, institutionId, values.course);
    if (knownAt === undefined) return computeNow(context, courseId, values.all === true);
    if (courseId === undefined) throw new UsageError('--as-of needs --course.');
    const course = await courseToReplay(db, institutionId, courseId);
    const weeks = await replayCourse(db, course, knownAt);
    const inRange = weeks.filter(({ week }) => week.week >= (from ?? 1) && week.week <= (to ?? Infinity));
    context.out.rows(await compareWithStored(db, course, inRange));
    return 0;
  },
});

/** Computes and says what came of it; also after a load. */
export async function computeNow(
  { db, institution, out, progress }: CommandContext,
  only: number | readonly number[] | undefined,
  all = false,
): Promise<number> {
  const started = performance.now();
  const line = progress('Computing');
  const courseIds = typeof only === 'number' ? [only] : only;
  const report = await computeCourses(await db(), (await institution()).institutionId, {
    all,
    processes: availableParallelism(),
    ...(courseIds === undefined ? {} : { courseIds }),
    onCourse: (done, total) => line.update(done, total, `${done} of ${total} courses`),
  });
  line.end();
  const seconds = Math.round((performance.now() - started) / 10) / 100;
  out.one({ courses: report.courses, weeks: report.weeks, failed: report.failed.length, seconds });
  const waiting = await withoutStart(await db(), (await institution()).institutionId);
  if (waiting.length > 0) {
    out.say(
      `No weeks yet, because nothing says when they start: ${waiting.join(', ')}. Say it: kith course set <course> --start YYYY-MM-DD`,
    );
  }
  const [first] = report.failed;
  if (first === undefined) return 0;
  throw new Failure(
    `${report.failed.length} of the courses could not be computed; they keep their old numbers. Course ${first.courseId}: ${first.message}`,
    'kith doctor looks at the database; kith compute tries again.',
  );
}
