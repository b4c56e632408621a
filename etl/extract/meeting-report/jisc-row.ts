import { keyOf } from '../../formats/natural-key.ts';
import type { ReadTime } from './times.ts';

/** A believed row of the Jisc feed: one student at one planned event. */
export interface JiscRow {
  readonly student: string;
  /** The event and, as one event can be planned for several courses, its course. */
  readonly session: string;
  readonly course: string | undefined;
  readonly host: string | undefined;
  readonly title: string | undefined;
  readonly kind: 'class' | 'webinar';
  readonly mandatory: boolean | undefined;
  readonly startsAt: string;
  readonly endsAt: string | undefined;
  readonly status: 'present' | 'late' | 'absent';
}

export interface Refusal {
  readonly code: string;
  readonly field: string;
  readonly message: string;
}

export function jiscRow(cells: Readonly<Record<string, string | undefined>>, read: ReadTime): JiscRow | Refusal {
  const { student_id: student, event_id: event, course_instance_id: course, start_time: start, end_time: end } = cells;
  if (student === undefined) return refusal('NO_PERSON', 'STUDENT_ID', 'The row names no student.');
  if (event === undefined) return refusal('NO_SESSION', 'EVENT_ID', 'The row names no event.');
  const startsAt = read(start ?? '');
  if (typeof startsAt === 'object') return refusal(startsAt.code, 'START_TIME', startsAt.message);
  const endsAt = end === undefined ? undefined : read(end);
  if (typeof endsAt === 'object') return refusal(endsAt.code, 'END_TIME', endsAt.message);
  const status = statusOf(cells.event_attended, cells.attendance_late);
  if (status === undefined)
    return refusal('BAD_VALUE', 'EVENT_ATTENDED', 'Whether the student came, or came late, is not 1 or 0.');
  return {
    student,
    session: course === undefined ? keyOf(event) : keyOf(event, course),
    course,
    host: cells.staff_id,
    title: cells.event_name,
    kind: /webinar/i.test(cells.event_type ?? '') ? 'webinar' : 'class',
    mandatory: cells.event_mandatory === undefined ? undefined : cells.event_mandatory === '1',
    startsAt,
    endsAt,
    status,
  };
}

export function refusal(code: string, field: string, message: string): Refusal {
  return { code, field, message };
}

function statusOf(attended: string | undefined, late: string | undefined): JiscRow['status'] | undefined {
  if (late !== undefined && late !== '0' && late !== '1') return undefined;
  if (attended === '0') return 'absent';
  if (attended === '1') return late === '1' ? 'late' : 'present';
  return undefined;
}
