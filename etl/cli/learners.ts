import { courseNamed } from '../organisation/courses.ts';
import { includedIn, lastWeek, learnerLines } from '../organisation/learner-lines.ts';
import { defineCommand } from './command.ts';
import { Failure } from './trouble.ts';
import { required, whole } from './values.ts';

export const learners = defineCommand({
  name: 'learners',
  summary: 'What Kith says of every learner of a course in one week; without names unless asked',
  usage: ['learners <course> [--week <n>] [--names]'],
  options: {
    week: { type: 'string', value: 'n', about: 'Course week; the last closed one unless told' },
    names: { type: 'boolean', about: 'With names and addresses' },
  },
  examples: ['learners ENV101', 'learners ENV101 --week 6 --json'],

  async run({ db, institution, out }, { values, words }) {
    const word = required('The course', words[0]);
    const number = whole('--week', values.week);
    const { institutionId } = await institution();
    const open = await db();
    const courseId = await courseNamed(open, institutionId, word);
    const week = number ?? (await lastWeek(open, institutionId, courseId));
    const lines = week === undefined ? [] : await learnerLines(open, institutionId, courseId, week);
    if (lines.length === 0) {
      throw new Failure(
        `Nothing is computed of ${number === undefined ? 'this course' : `week ${number}`}.`,
        `kith compute --course "${word}"`,
      );
    }
    const { included, of } = await includedIn(open, institutionId, courseId, lines[0]!.week);
    if (included < of) out.say(`${included} of ${of} learners included: the others chose not to be part.`);
    const shown = values.names === true ? lines : lines.map(({ name: _, email: __, ...line }) => line);
    out.rows(shown, {
      person: 'person',
      ...(values.names === true ? { name: 'name' } : {}),
      state: 'state',
      score: 'score',
      band: 'band',
      trend: 'trend',
      coverage: 'coverage',
      reason: 'first reason',
    });
    return 0;
  },
});
