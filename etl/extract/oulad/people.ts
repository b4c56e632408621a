import type { Extracted, SourceInput } from '../../connector.ts';
import type { RecordInput } from '../../records/record.ts';
import { dayStart, keyOf, type Presentation } from './presentation.ts';
import { notANumber, rowsOf, whole } from './tables.ts';
import { unknownCourse } from './unknown-course.ts';

type Outcome = Extract<RecordInput, { type: 'outcome' }>['kind'];

const outcomes: Readonly<Record<string, Outcome>> = {
  Distinction: 'passed',
  Fail: 'failed',
  Pass: 'passed',
  Withdrawn: 'withdrawn',
};

interface Registration {
  readonly from: number | undefined;
  readonly to: number | undefined;
}

/**
 * Students, their enrolments and what became of them. Of a person only the region is read, as a slice for the offline
 * fairness audit. An unregistration ends the enrolment at the beginning of its day.
 */
export async function* people(
  input: SourceInput,
  presentations: ReadonlyMap<string, Presentation>,
): AsyncGenerator<Extracted> {
  const registrations = new Map<string, Registration>();
  for await (const { row, ref, raw } of rowsOf(input, 'studentRegistration')) {
    const [from, to] = [row.date_registration, row.date_unregistration].map((day) => (day === '' ? null : whole(day)));
    if (from === undefined) yield notANumber('date_registration', ref, raw);
    else if (to === undefined) yield notANumber('date_unregistration', ref, raw);
    else registrations.set(`${keyOf(row)}|${row.id_student}`, { from: from ?? undefined, to: to ?? undefined });
  }

  const introduced = new Set<string>();
  for await (const { row, ref } of rowsOf(input, 'studentInfo')) {
    const course = presentations.get(keyOf(row));
    const kind = outcomes[row.final_result];
    if (!course) yield unknownCourse(ref);
    else if (!kind) yield { reject: unknownResult, ref };
    else {
      const person = row.id_student;
      if (!introduced.has(person)) {
        introduced.add(person);
        const attributes = row.region === '' ? {} : { attributes: { region: row.region } };
        yield { record: { type: 'person', key: person, ...attributes }, ref };
      }
      const { from, to } = registrations.get(`${course.key}|${person}`) ?? {};
      const own = { key: `${course.key}|${person}`, course: course.key, person };
      const left = to === undefined ? undefined : dayStart(course, to);
      yield {
        record: {
          type: 'enrolment',
          ...own,
          role: 'learner',
          ...(from !== undefined && { from: dayStart(course, from) }),
          ...(left !== undefined && { to: left, status: 'withdrawn' }),
        },
        ref,
      };
      const at = left ?? dayStart(course, course.startsOn.until(course.endsOn).days);
      yield { record: { type: 'outcome', ...own, kind, at, grade: row.final_result }, ref };
    }
  }
}

const unknownResult = {
  code: 'BAD_OUTCOME',
  field: 'final_result',
  message: 'The result is none of Distinction, Pass, Fail and Withdrawn.',
};
