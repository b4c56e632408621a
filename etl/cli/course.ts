import { aliasCourse } from '../organisation/alias-course.ts';
import { courseLines, courseNamed } from '../organisation/courses.ts';
import { addCourse, setCourse, type CourseWords } from '../organisation/set-course.ts';
import { markStaff, staffNamed } from '../organisation/staff.ts';
import { defineCommand, type CommandContext } from './command.ts';
import { subcommand } from './subcommand.ts';
import { UsageError } from './trouble.ts';
import { day, required, zone } from './values.ts';

export const course = defineCommand({
  name: 'course',
  summary: 'Courses: their dates, zone, place in the tree and staff',
  usage: [
    'course list',
    'course add <code> [--title <text>] [--start <day>] [--end <day>] …',
    'course set <course> [--start <day>] [--end <day>] [--timezone <zone>] [--title <text>] [--unit <key>] [--term <key>] [--staff <address|key>] …',
    'course alias <course> <source> <key>',
  ],
  options: {
    title: { type: 'string', value: 'text', about: 'Name that people read' },
    start: { type: 'string', value: 'YYYY-MM-DD', about: 'First day; week 1 is the week that holds it' },
    end: { type: 'string', value: 'YYYY-MM-DD', about: 'Last day' },
    timezone: { type: 'string', value: 'zone', about: 'IANA zone, which decides what a day and a week is' },
    unit: { type: 'string', value: 'key', about: 'Programme or faculty it hangs under' },
    term: { type: 'string', value: 'key', about: 'Term it runs in' },
    staff: { type: 'string', multiple: true, value: 'address|key', about: 'Somebody who teaches it; may be repeated' },
  },
  examples: [
    'course set ENV101 --start 2026-09-14 --timezone Europe/London',
    'course set ENV101 --staff ana@northlea.example --staff ben@northlea.example',
    'course alias ENV101 moodle 4711',
  ],

  async run(context, { values, words }) {
    const [word, rest] = subcommand('course', words, ['add', 'set', 'alias', 'list']);
    const said: CourseWords = {
      title: values.title,
      startsOn: day('--start', values.start),
      endsOn: day('--end', values.end),
      timezone: zone('--timezone', values.timezone),
      unit: values.unit,
      term: values.term,
    };
    if (word === 'list') return list(context);
    const name = required('The course', rest[0]);
    if (word === 'alias') return alias(context, name, rest);
    const staff = values.staff ?? [];
    if (word === 'set' && staff.length === 0 && Object.values(said).every((value) => value === undefined)) {
      throw new UsageError('Nothing to set was given.', 'kith course --help lists what can be set.');
    }
    const { institutionId } = await context.institution();
    const db = await context.db();
    const courseId =
      word === 'add' ? await addCourse(db, institutionId, name, said) : await courseNamed(db, institutionId, name);
    const people = await Promise.all(staff.map((each) => staffNamed(db, institutionId, courseId, each)));
    await setCourse(db, institutionId, courseId, said);
    const marked = people.length === 0 ? 0 : await markStaff(db, institutionId, courseId, people);
    const line = (await courseLines(db, institutionId)).find((each) => each.courseId === courseId);
    context.out.one({ ...line, ...(staff.length === 0 ? {} : { markedAsStaff: marked }) });
    if (line?.stale === true)
      context.out.say('Its weeks are queued. Under "kith up" they are computed by themselves, else: kith compute');
    return 0;
  },
});

async function list({ db, institution, out }: CommandContext): Promise<number> {
  const lines = await courseLines(await db(), (await institution()).institutionId);
  if (lines.length === 0)
    out.say('There are no courses yet. They come with the first "kith ingest", or by "kith course add".');
  else out.rows(lines, { ...columns });
  return 0;
}

const columns = {
  courseId: 'id',
  title: 'title',
  code: 'code',
  startsOn: 'start',
  endsOn: 'end',
  datesBasis: 'dates',
  learners: 'learners',
  staff: 'staff',
  weeks: 'weeks',
  stale: 'stale',
};

async function alias({ db, institution, out }: CommandContext, name: string, rest: readonly string[]): Promise<number> {
  const [source, key] = [required('The source', rest[1]), required('The key', rest[2])];
  const { institutionId } = await institution();
  const courseId = await courseNamed(await db(), institutionId, name);
  await aliasCourse(await db(), institutionId, courseId, { source, key });
  out.one({ courseId, source, key });
  return 0;
}
