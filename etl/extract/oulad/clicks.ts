import { type Extracted, type SourceInput, UnreadableFile } from '../../connector.ts';
import { type Cell, FoldedClicks, mostCells, mostDays } from './folded-clicks.ts';
import { keyOf, noon, type Presentation } from './presentation.ts';
import { notANumber, rowsOf, whole } from './tables.ts';
import { unknownCourse } from './unknown-course.ts';

/** What indicators read: views of forums and of online rooms. The other types stay as OULAD names them. */
const objectTypes: Readonly<Record<string, string>> = { forumng: 'forum', oucollaborate: 'live', ouelluminate: 'live' };

/**
 * Page views: one activity per student, page and day, with the number of rows as `count` and of clicks as `clicks`.
 * Rows of one presentation stand together in the file, in any order; each presentation is folded in memory.
 */
export async function* clicks(
  input: SourceInput,
  presentations: ReadonlyMap<string, Presentation>,
): AsyncGenerator<Extracted> {
  const typeOf = new Map<string, string>();
  for await (const { row } of rowsOf(input, 'vle')) {
    typeOf.set(row.id_site, objectTypes[row.activity_type] ?? row.activity_type);
  }

  const done = new Set<string>();
  let course: Presentation | undefined;
  let file = input.path;
  let folded = new FoldedClicks();
  for await (const { row, ref, raw } of rowsOf(input, 'studentVle')) {
    const key = keyOf(row);
    if (key !== course?.key || ref.file !== file) {
      if (course) yield* views(folded, course, file, typeOf);
      folded = new FoldedClicks();
      course = presentations.get(key);
      file = ref.file;
      if (course && done.has(key)) throw scattered(file, key, ref.line);
      done.add(key);
    }
    const day = whole(row.date);
    const clicked = whole(row.sum_click);
    if (!course) yield unknownCourse(ref, raw);
    else if (day === undefined || Math.abs(day) >= mostDays / 2) yield notANumber('date', ref, raw);
    else if (clicked === undefined || clicked < 0) yield notANumber('sum_click', ref, raw);
    else folded.add(row.id_student, row.id_site, day, clicked, ref.line);
    if (folded.size > mostCells) throw tooMany(file, ref.line);
  }
  if (course) yield* views(folded, course, file, typeOf);
}

function* views(
  folded: FoldedClicks,
  course: Presentation,
  file: string,
  typeOf: ReadonlyMap<string, string>,
): Generator<Extracted> {
  const noons = new Map<number, string>();
  let more = 0;
  for (const cell of folded.cells()) {
    const at = noons.get(cell.day) ?? noon(course, cell.day);
    noons.set(cell.day, at);
    more += cell.rows - 1;
    yield { record: view(cell, course.key, at, typeOf.get(cell.site)), ref: { file, line: cell.line } };
  }
  const reason = 'rows of the same student, page and day, added to the first of them';
  if (more > 0) yield { skipped: { reason, count: more }, ref: { file, line: 1 } };
}

function view({ student, site, day, rows, clicks: clicked }: Cell, course: string, at: string, objectType?: string) {
  return {
    type: 'activity' as const,
    key: `${course}|${student}|${site}|${day}`,
    course,
    person: student,
    verb: 'viewed' as const,
    object: site,
    ...(objectType !== undefined && { objectType }),
    at,
    count: rows,
    clicks: clicked,
  };
}

function scattered(file: string, key: string, line: number): UnreadableFile {
  const message = `Rows of ${key} come again after those of another presentation or in another file.`;
  const hint = 'Sort studentVle by code_module and code_presentation, in one file, or load one presentation at a time.';
  return new UnreadableFile('NOT_GROUPED', file, message, hint, line);
}

function tooMany(file: string, line: number): UnreadableFile {
  const message = 'One presentation has more than four million combinations of student, page and day.';
  return new UnreadableFile('TOO_MANY_ROWS', file, message, 'Check code_presentation, or split the module.', line);
}
