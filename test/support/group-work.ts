import type { RecordInput } from '@kith/etl/records/record.ts';
import { at } from './small-course.ts';

const group = (key: string, title: string, members: readonly string[]): RecordInput[] => [
  { type: 'group', key, course: 'c', kind: 'project', title },
  ...members.map((person): RecordInput => ({
    type: 'membership',
    key: `${key} ${person}`,
    course: 'c',
    group: key,
    person,
  })),
];

const works = (person: string, object: string, times: number): RecordInput[] =>
  Array.from({ length: times }, (_, time) => ({
    type: 'activity',
    key: `${person} ${object} ${String(time)}`,
    course: 'c',
    person,
    verb: 'edited',
    object,
    objectType: 'group',
    at: at(16 + (time % 5), 10 + time),
  }));

const review = (giver: string, receiver: string, given: boolean): RecordInput => ({
  type: 'feedback',
  key: `${giver} ${receiver}`,
  course: 'c',
  giver,
  receiver,
  kind: 'peer',
  allotted: true,
  ...(given && { givenAt: at(18) }),
});

/** Beside the small course: a group that shares its work, one that works without two of its four, and one not at work. */
export const groupWork: readonly RecordInput[] = [
  ...group('even', 'Essay 2', ['l0', 'l1', 'l2']),
  ...works('l0', 'even', 2),
  ...works('l1', 'even', 2),
  ...works('l2', 'even', 2),
  ...group('uneven', 'Uneven', ['l3', 'l4', 'l5', 'l6']),
  ...works('l3', 'uneven', 8),
  ...works('l4', 'uneven', 4),
  ...group('idle', 'Essay 10', ['l7', 'l8', 'l9']),
  ...works('l7', 'idle', 1),
  review('l0', 'l1', true),
  review('l1', 'l2', false),
];
