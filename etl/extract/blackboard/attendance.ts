import { keyOf } from '../../formats/natural-key.ts';
import { defineShape } from '../../formats/shape.ts';
import type { Batch } from './batch.ts';

/** A meeting of the attendance tool. One that staff only marked has no end. */
export const meeting = defineShape<Batch>(
  'a meeting',
  'attendance',
  { needs: 'id courseId start', takes: 'title end externalLink', hides: 'description' },
  function* (row) {
    const [startsAt, endsAt, title] = [row.mustInstant('start'), row.instant('end'), row.text('title')];
    yield {
      type: 'session',
      key: row.must('id'),
      course: row.must('courseId'),
      ...(title !== undefined && { title }),
      startsAt,
      ...(endsAt !== undefined && { endsAt }),
    };
  },
  (row, { courses }) => courses.set(row.must('id'), row.must('courseId')),
);

const marks = { Present: 'present', Late: 'late', Absent: 'absent', Excused: 'excused' } as const;

export const attendanceRecord = defineShape<Batch>(
  'an attendance record',
  'attendance',
  { needs: 'meetingId userId status', takes: 'id' },
  function* (row, { courses }) {
    const [session, person, status] = [row.must('meetingId'), row.must('userId'), row.mustOne('status', marks)];
    const course = courses.get(session);
    const key = keyOf(session, person);
    yield {
      type: 'presence',
      key,
      ...(course !== undefined && { course }),
      session,
      person,
      precision: 'mark',
      status,
    };
  },
);
