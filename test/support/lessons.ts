import type { RecordInput } from '@kith/etl/records/record.ts';
import { at, person } from './small-course.ts';

const session = (key: string, day: number, hour = 10, more: object = {}): RecordInput => ({
  type: 'session',
  key,
  course: 'c',
  startsAt: at(day, hour),
  endsAt: at(day, hour + 1),
  ...more,
});
const mark = (person: string, session: string, status: 'present' | 'absent' | 'excused' | 'unknown'): RecordInput => ({
  type: 'presence',
  key: `${person} ${session}`,
  course: 'c',
  session,
  person,
  precision: 'mark',
  status,
});
const stay = (person: string, session: string, day: number, minutes: number): RecordInput => ({
  type: 'presence',
  key: `${person} ${session}`,
  course: 'c',
  session,
  person,
  precision: 'interval',
  status: 'present',
  joinAt: at(day, 10),
  leaveAt: at(day, 10 + minutes / 60),
});

/**
 * Sessions beside the small course. Week 1: one class of marks. Week 2: two, of which one was cancelled. Week 3: a report of stays. Week 4: night and group.
 * One learner is enrolled in week 3, and one is seen nowhere.
 */
export const lessons: RecordInput[] = [
  session('s1', 1),
  mark('l0', 's1', 'present'),
  mark('l1', 's1', 'absent'),
  mark('l2', 's1', 'excused'),
  mark('l3', 's1', 'unknown'),
  session('s2', 8),
  session('s2b', 9, 10, { cancelled: true }),
  mark('l0', 's2', 'present'),
  mark('l2', 's2', 'present'),
  session('s3', 15),
  stay('l0', 's3', 15, 40),
  stay('l1', 's3', 15, 4),
  session('night', 22, 2),
  mark('l0', 'night', 'present'),
  { type: 'group', key: 'g', course: 'c', kind: 'tutorial' },
  { type: 'membership', key: 'g l0', course: 'c', group: 'g', person: 'l0' },
  { type: 'membership', key: 'g l1', course: 'c', group: 'g', person: 'l1' },
  session('own', 23, 10, { group: 'g' }),
  mark('l0', 'own', 'present'),
  mark('l1', 'own', 'absent'),
  ...person('late', 'learner', at(14, 0)),
  { type: 'activity', key: 'late is here', course: 'c', person: 'late', verb: 'viewed', at: at(16) },
  ...person('never', 'learner'),
];
