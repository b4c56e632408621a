import type { RecordInput } from '@kith/etl/records/record.ts';
import { at } from './small-course.ts';

type Line = (course: string, ...words: string[]) => RecordInput[];

const moment = (day: string, clock: string): string => {
  const [hours, minutes] = clock.split(':').map(Number) as [number, number];
  return at(Number(day), hours + minutes / 60);
};
const later = (instant: string, minutes: number): string =>
  new Date(Date.parse(instant) + minutes * 60_000).toISOString();
const when = String.raw`d(\d+) (\d\d:\d\d)`;

/** Every line that can be told, and the records it stands for. */
export const grammar: readonly [RegExp, Line][] = [
  [
    new RegExp(`^${when} (\\S+) posts (\\S+)(?: in (\\S+))?$`),
    (course, day, clock, author, key, space) => [
      {
        type: 'post',
        key: key,
        course,
        thread: key,
        author: author,
        createdAt: moment(day, clock),
        ...(space && { space }),
      },
    ],
  ],
  [
    new RegExp(`^${when} (\\S+) answers (\\S+) as (\\S+)(?: in (\\S+))?$`),
    (course, day, clock, author, parent, key, space) => [
      {
        type: 'post',
        key: key,
        course,
        thread: parent,
        parent: parent,
        author: author,
        createdAt: moment(day, clock),
        ...(space && { space }),
      },
    ],
  ],
  [
    new RegExp(`^${when} (\\S+) (is here|opens forum)$`),
    (course, day, clock, person, what) => [
      {
        type: 'activity',
        key: `${person} ${day} ${clock} ${what}`,
        course,
        person: person,
        verb: 'viewed',
        at: moment(day, clock),
        ...(what === 'opens forum' && { objectType: 'forum' }),
      },
    ],
  ],
  [
    new RegExp(`^${when} (\\S+) works in (\\S+)$`),
    (course, day, clock, person, group) => [
      {
        type: 'activity',
        key: `${person} ${day} ${clock} work`,
        course,
        person: person,
        verb: 'edited',
        object: group,
        objectType: 'group',
        at: moment(day, clock),
      },
    ],
  ],
  [
    new RegExp(`^${when} (\\S+) likes (\\S+)$`),
    (course, day, clock, person, post) => [
      {
        type: 'reaction',
        key: `${person} ${post}`,
        course,
        post: post,
        person: person,
        kind: 'like',
        at: moment(day, clock),
      },
    ],
  ],
  [
    new RegExp(`^${when} (session|meeting) (\\S+): (.*)$`),
    (course, day, clock, kind, key, people) => {
      const start = moment(day, clock);
      return [
        {
          type: 'session',
          key: key,
          course,
          startsAt: start,
          endsAt: later(start, 60),
          ...(kind === 'meeting' && { kind: 'peer_session' as const }),
        },
        ...words(people).map((person) => stay(course, key, person, start, 60)),
      ];
    },
  ],
  [
    new RegExp(`^${when} room (\\S+) in (\\S+): (.*)$`),
    (course, day, clock, key, parent, people) => {
      const start = moment(day, clock);
      return [
        {
          type: 'session',
          key: key,
          course,
          parent: parent,
          kind: 'breakout',
          startsAt: start,
          endsAt: later(start, 20),
        },
        ...words(people).map((person) => stay(course, key, person, start, 20)),
      ];
    },
  ],
  [
    new RegExp(`^${when} (\\S+) stays in (\\S+) for (\\d+)$`),
    (course, day, clock, person, session, minutes) => [
      stay(course, session, person, moment(day, clock), Number(minutes)),
    ],
  ],
  [
    new RegExp(`^${when} (\\S+) watches (\\S+)$`),
    (course, day, clock, person, session) => [
      { ...stay(course, session, person, moment(day, clock), 30), status: 'watched_recording' } as RecordInput,
    ],
  ],
  [
    new RegExp(`^${when} (\\S+) (reviews|advises) (\\S+)$`),
    (course, day, clock, giver, how, receiver) => [
      {
        type: 'feedback',
        key: `${giver} ${receiver}`,
        course,
        giver: giver,
        receiver: receiver,
        kind: how === 'reviews' ? 'peer' : 'staff',
        allotted: true,
        givenAt: moment(day, clock),
      },
    ],
  ],
  [
    /^(\S+) is to review (\S+)$/,
    (course, giver, receiver) => [
      { type: 'feedback', key: `${giver} ${receiver}`, course, giver: giver, receiver: receiver, allotted: true },
    ],
  ],
  [
    new RegExp(`^${when} (\\S+) rates (\\d)(?: on (\\S+))?(?: .*)?$`),
    (course, day, clock, person, points, item = 'mine') => [
      {
        type: 'survey_response',
        key: `${person} ${day} ${clock}`,
        course,
        survey: 'pulse',
        items: [{ item, number: Number(points) }],
        answeredAt: moment(day, clock),
        ...(person !== 'someone' && { person: person }),
      },
    ],
  ],
  [
    /^(group|cohort) (\S+): (.*)$/,
    (course, kind, key, people) => [
      { type: 'group', key: key, course, kind: kind === 'cohort' ? 'cohort' : 'project' },
      ...words(people).map((person): RecordInput => ({
        type: 'membership',
        key: `${key} ${person}`,
        course,
        group: key,
        person,
      })),
    ],
  ],
  [
    /^mentor (\S+) of (\S+)$/,
    (course, mentor, mentee) => [
      { type: 'mentorship', key: `${mentor} ${mentee}`, course, mentor: mentor, mentee: mentee },
    ],
  ],
  [/^space (\S+)$/, (course, key) => [{ type: 'space', key: key, course, formality: key as 'academic' | 'informal' }]],
];

const words = (list: string): string[] => list.split(' ');

const stay = (course: string, session: string, person: string, joinAt: string, minutes: number): RecordInput => ({
  type: 'presence',
  key: `${session} ${person} ${joinAt}`,
  course,
  session,
  person,
  precision: 'interval',
  status: 'present',
  joinAt,
  leaveAt: later(joinAt, minutes),
});
