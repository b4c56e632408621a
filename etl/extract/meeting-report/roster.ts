import type { Context } from '../../connector.ts';
import { keyOf } from '../../formats/natural-key.ts';
import type { RecordInput } from '../../records/record.ts';
import { type Attendee, personRecord } from './attendee.ts';

/**
 * Who stands in a class list is a learner of the course. The key names the course as well: the same list, loaded for
 * two courses, makes two enrolments.
 */
export function learnerRecords(
  attendee: Attendee,
  person: string,
  section: string | undefined,
  { course }: Context,
): RecordInput[] {
  return [
    personRecord(attendee, person),
    { type: 'enrolment', key: keyOf(person, course, 'learner'), person, role: 'learner', section },
  ];
}
