import { calendarOf } from '../compute/calendar.ts';
import type { Course } from '../compute/facts/course-facts.ts';
import { factsNow } from '../compute/facts-now.ts';
import { wholeNetwork, weekEnding, weekNetwork } from '../compute/network-summary.ts';
import { courseNamed } from '../organisation/courses.ts';
import { courseToReplay } from './as-of.ts';
import { defineCommand } from './command.ts';
import { Failure, UsageError } from './trouble.ts';
import { day, required, whole } from './values.ts';

export const network = defineCommand({
  name: 'network',
  summary: 'The peer network of a course in numbers, without staff',
  usage: ['network <course> [--whole]', 'network <course> --week <n>', 'network <course> --week-ending <day>'],
  options: {
    whole: { type: 'boolean', about: 'The whole course as one: every tie, undecayed. So unless a week is named' },
    week: {
      type: 'string',
      value: 'n',
      about: 'At the end of a course week: ties of 42 days, decayed; posts of 28 days',
    },
    'week-ending': { type: 'string', value: 'YYYY-MM-DD', about: 'The same for the seven days before this day begins' },
  },
  examples: ['network DLT1', 'network DLT1 --week-ending 2013-06-17'],

  async run({ db, institution, out }, { values, words }) {
    const word = required('The course', words[0]);
    const number = whole('--week', values.week);
    const ending = day('--week-ending', values['week-ending']);
    if ([values.whole === true, number !== undefined, ending !== undefined].filter(Boolean).length > 1) {
      throw new UsageError('Give one of --whole, --week and --week-ending.');
    }
    const { institutionId } = await institution();
    const open = await db();
    const course = await courseToReplay(open, institutionId, await courseNamed(open, institutionId, word));
    const facts = await factsNow(open, course);
    if (number === undefined && ending === undefined) {
      out.one({ week: null, ...wholeNetwork(facts) }, names);
      return 0;
    }
    const calendar = calendarOf(course, new Date());
    const week =
      ending === undefined ? weekOf(course, calendar.weeks, number ?? 0) : weekEnding(ending, course.timezone);
    const end = new Date(week.end).toISOString();
    out.one(
      { week: number ?? null, monday: week.monday, end, ...weekNetwork(facts, calendar, week) },
      { ...names, end: 'until' },
    );
    return 0;
  },
});

const names = {
  n: 'people (without staff)',
  arcs: 'who addressed whom',
  isolates: 'isolates',
  giantComponent: 'giant component',
  reciprocity: 'reciprocity',
  gini: 'Gini of posts',
  density: 'density',
};

function weekOf<Week extends { readonly week: number }>(course: Course, weeks: readonly Week[], number: number): Week {
  const found = weeks.find(({ week }) => week === number);
  if (found) return found;
  throw new Failure(
    `The course has no closed week ${number}; it starts on ${course.startsOn} and has ${weeks.length}.`,
    'kith course set <course> --start … changes its start.',
  );
}
