import type { RecordInput } from '@kith/etl/records/record.ts';
import { at } from './small-course.ts';

/** A course told in lines: "d3 09:00 ana posts q1". Day 0 is the first Monday, times are UTC. */
export interface Story {
  /** "ana", "?zoe" (in the roster, seen nowhere), "cai@4" (enrolled from day 4). Everybody else is seen on day 1. */
  readonly people?: string;
  /** So many learners l00, l01 … of whom each asks (`l00.0` on day 0) and the next answers (`l00.0.a`), on four Mondays. */
  readonly ring?: number;
  /** The space of the ring's posts. */
  readonly ringSpace?: string;
  readonly given?: readonly string[];
}

type Line = (course: string, ...words: string[]) => RecordInput[];

const moment = (day: string, clock: string): string => {
  const [hours, minutes] = clock.split(':').map(Number) as [number, number];
  return at(Number(day), hours + minutes / 60);
};
const later = (instant: string, minutes: number): string =>
  new Date(Date.parse(instant) + minutes * 60_000).toISOString();
const when = String.raw`d(\d+) (\d\d:\d\d)`;

const grammar: readonly [RegExp, Line][] = [
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
    new RegExp(`^${when} (\\S+) rates (\\d)(?: .*)?$`),
    (course, day, clock, person, points) => [
      {
        type: 'survey_response',
        key: `${person} ${day} ${clock}`,
        course,
        survey: 'pulse',
        items: [{ item: 'mine', number: Number(points) }],
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

/** The story as records of a course of its own: every name carries the course's, so stories can share a database. */
export function recordsOf(course: string, story: Story): RecordInput[] {
  const ring = Array.from({ length: story.ring ?? 0 }, (_, index) => `l${String(index).padStart(2, '0')}`);
  const inRing = story.ringSpace === undefined ? '' : ` in ${story.ringSpace}`;
  const people = (story.people ?? '').split(' ').filter(Boolean);
  const lines = [
    ...[0, 7, 14, 21].flatMap((day) =>
      ring.flatMap((author, index) => {
        const key = `${author}.${String(day)}`;
        return [
          `d${String(day)} 08:00 ${author} is here`,
          `d${String(day)} 09:00 ${author} posts ${key}${inRing}`,
          `d${String(day)} 15:00 ${ring[(index + 1) % ring.length]!} answers ${key} as ${key}.a${inRing}`,
        ];
      }),
    ),
    ...people.filter((one) => !one.startsWith('?')).map((one) => `d1 07:00 ${bare(one)} is here`),
    ...(story.given ?? []).filter((line) => !/ (lives in|keeps) /.test(line)),
  ];
  return [
    { type: 'course', key: course, startsOn: '2026-01-05', timezone: 'UTC' },
    ...[...ring, ...people, 'tut'].flatMap((one) => personOf(course, one, story.given ?? [])),
    ...lines.flatMap((line) => told(course, line)),
  ];
}

const bare = (person: string): string => person.replace(/^\?/, '').replace(/@.*$/, '');

function personOf(course: string, one: string, given: readonly string[]): RecordInput[] {
  const key = bare(one);
  const from = /@(\d+)$/.exec(one)?.[1];
  const region = given.flatMap((line) => new RegExp(`^${key} lives in (\\S+)$`).exec(line)?.[1] ?? [])[0];
  const timezone = given.flatMap((line) => new RegExp(`^${key} keeps (\\S+)$`).exec(line)?.[1] ?? [])[0];
  const records: RecordInput[] = [
    {
      type: 'person',
      key,
      displayName: `${course}/${key}`,
      ...(region && { attributes: { region } }),
      ...(timezone && { timezone }),
    },
    {
      type: 'enrolment',
      key,
      course,
      person: key,
      role: key === 'tut' ? 'teacher' : 'learner',
      ...(from && { from: at(Number(from), 0) }),
    },
  ];
  return records.map((record) => owned(course, record));
}

function told(course: string, line: string): RecordInput[] {
  for (const [pattern, records] of grammar) {
    const match = pattern.exec(line);
    if (match) return records(course, ...match.slice(1)).map((record) => owned(course, record));
  }
  throw new Error(`Nobody understands "${line}".`);
}

/** Fields that name something: one source knows each name once, so every story has its own. */
const names = 'key person author giver receiver mentor mentee thread parent post session group space object'.split(' ');

const owned = (course: string, record: RecordInput): RecordInput =>
  Object.fromEntries(
    Object.entries(record).map(([field, value]) => [
      field,
      names.includes(field) && typeof value === 'string' ? `${course}/${value}` : value,
    ]),
  ) as RecordInput;
