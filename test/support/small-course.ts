import type { RecordInput } from '@kith/etl/records/record.ts';

export const courseStart = '2026-01-05';

/** Day `day` of the course (0 is its first Monday) at an hour, UTC. */
export const at = (day: number, hour = 12): string =>
  new Date(Date.parse(`${courseStart}T00:00:00Z`) + day * 86_400_000 + hour * 3_600_000).toISOString();

/** Ten learners and a tutor, with a forum in which everybody answers the next one every week, and a log of days. */
export function smallCourse({ weeks = 4, staff = true, roster = true } = {}): RecordInput[] {
  const learners = Array.from({ length: 10 }, (_, index) => `l${String(index)}`);
  const days = Array.from({ length: weeks }, (_, week) => week * 7);
  return [
    { type: 'course', key: 'c', title: 'Small course', startsOn: courseStart, timezone: 'UTC' },
    ...(roster ? learners.flatMap((key) => person(key, 'learner')) : []),
    ...(staff ? person('tut', 'teacher') : []),
    ...days.flatMap((day) => learners.flatMap((author, index) => exchange(author, learners[(index + 1) % 10]!, day))),
  ];
}

export const person = (key: string, role: 'learner' | 'teacher' | 'observer', from?: string): RecordInput[] => [
  { type: 'person', key, displayName: `Name of ${key}` },
  { type: 'enrolment', key: `${key} ${role}`, course: 'c', person: key, role, ...(from === undefined ? {} : { from }) },
];

/** Comes every week and looks, and nobody and nothing ever reaches them. */
export const quietLearner: readonly RecordInput[] = [
  ...person('quiet', 'learner'),
  ...[0, 7, 14, 21].map((day): RecordInput => ({
    type: 'activity',
    key: `quiet ${String(day)}`,
    course: 'c',
    person: 'quiet',
    verb: 'viewed',
    at: at(day),
  })),
];

/** One asks, the other answers; both are seen that day. */
export function exchange(author: string, answerer: string, day: number): RecordInput[] {
  const key = `${author} ${String(day)}`;
  return [
    { type: 'post', key, course: 'c', thread: key, author, createdAt: at(day, 9) },
    {
      type: 'post',
      key: `${key} answer`,
      course: 'c',
      thread: key,
      parent: key,
      author: answerer,
      createdAt: at(day, 15),
    },
    { type: 'activity', key: `${key} view`, course: 'c', person: author, verb: 'viewed', at: at(day, 8) },
  ];
}
