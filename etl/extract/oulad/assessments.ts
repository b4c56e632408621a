import type { Extracted, SourceInput } from '../../connector.ts';
import { keyOf, noon, type Presentation } from './presentation.ts';
import { notANumber, rowsOf, whole } from './tables.ts';
import { unknownCourse } from './unknown-course.ts';

/** Work handed in. A banked result was earned in an earlier presentation: nothing happened in this one. */
export async function* submissions(
  input: SourceInput,
  presentations: ReadonlyMap<string, Presentation>,
): AsyncGenerator<Extracted> {
  const courseOf = new Map<string, Presentation>();
  for await (const { row, ref, raw } of rowsOf(input, 'assessments')) {
    const course = presentations.get(keyOf(row));
    if (course) courseOf.set(row.id_assessment, course);
    else yield unknownCourse(ref, raw);
  }

  for await (const { row, ref, raw } of rowsOf(input, 'studentAssessment')) {
    const course = courseOf.get(row.id_assessment);
    const day = whole(row.date_submitted);
    if (!course) yield { reject: { ...unknownAssessment, raw }, ref };
    else if (row.is_banked === '1') yield { skipped: { reason: 'banked from an earlier presentation' }, ref };
    else if (day === undefined) yield notANumber('date_submitted', ref, raw);
    else {
      yield {
        record: {
          type: 'activity',
          key: `${row.id_assessment}|${row.id_student}`,
          course: course.key,
          person: row.id_student,
          verb: 'submitted',
          object: row.id_assessment,
          objectType: 'assignment',
          at: noon(course, day),
        },
        ref,
      };
    }
  }
}

const unknownAssessment = {
  code: 'UNKNOWN_ASSESSMENT',
  field: 'id_assessment',
  message: 'assessments.csv has no row for this assessment. Add it, or leave these rows out.',
};
