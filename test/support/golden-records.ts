import { readFileSync } from 'node:fs';
import type { RecordInput } from '@kith/etl/records/record.ts';

type Row = readonly (string | null)[];

interface Golden {
  readonly input: {
    readonly students: readonly string[];
    readonly staff: readonly string[];
    readonly posts: readonly [id: string, author: string, at: string, replyTo: string | null][];
    readonly mentions: readonly [id: string, author: string, mentioned: string, at: string, post: string][];
    readonly reactions: readonly [reactor: string, author: string, at: string][];
    readonly sessions: readonly [id: string, start: string, end: string, presence: readonly Row[]][];
    readonly breakouts: readonly [
      id: string,
      session: string,
      start: string,
      end: string,
      members: readonly string[],
    ][];
    readonly peer_feedback: readonly [giver: string, receiver: string, at: string, assigned: boolean][];
    readonly group_work: readonly [
      id: string,
      members: readonly string[],
      contributors: readonly string[],
      at: string,
    ][];
    readonly pulse: readonly [student: string, at: string, mean: number][];
    readonly active_days: Readonly<Record<string, readonly string[]>>;
  };
  readonly expected: {
    readonly given_decayed: Readonly<Record<string, number>>;
    readonly copresence_decayed: Readonly<Record<string, number>>;
    readonly mu_peer_answered: number;
    readonly students: Readonly<Record<string, GoldenStudent>>;
  };
}

interface GoldenStudent {
  readonly raw: Readonly<Record<string, number | readonly number[] | null>>;
  readonly contribution: Readonly<Record<string, number | null>>;
  readonly score: number;
  readonly coverage: number;
  readonly raw_band: string;
}

export const golden = JSON.parse(
  readFileSync(new URL('../fixtures/golden/score_reference.json', import.meta.url), 'utf8'),
) as Golden;

const course = 'golden';

/** The golden fixture's events as canonical records: what any connector would have made of them. */
export function goldenRecords(): RecordInput[] {
  const { input } = golden;
  const people = [...input.students, ...input.staff];
  const parents = new Map(input.posts.map(([id, , , replyTo]) => [id, replyTo]));
  const firstPostOf = new Map(input.posts.toReversed().map(([id, author]) => [author, id]));
  const opener = (id: string): string => {
    const parent = parents.get(id);
    return parent === null || parent === undefined ? id : opener(parent);
  };
  const activity = (person: string, at: string, extra: Partial<Extract<RecordInput, { type: 'activity' }>> = {}) =>
    ({ type: 'activity', key: `${person} ${at}`, course, person, verb: 'viewed', at, ...extra }) as const;
  const presence = (session: string, person: string, joinAt: string, leaveAt: string) =>
    ({
      type: 'presence',
      key: `${session} ${person}`,
      course,
      session,
      person,
      precision: 'interval',
      status: 'present',
      joinAt,
      leaveAt,
    }) as const;

  return [
    { type: 'course', key: course, title: 'Golden', startsOn: '2025-01-06', timezone: 'UTC' },
    ...people.map((key): RecordInput => ({ type: 'person', key, displayName: key })),
    ...input.students.map((person): RecordInput => ({
      type: 'enrolment',
      key: person,
      course,
      person,
      role: 'learner',
      from: '2025-01-06T00:00:00Z',
    })),
    ...input.staff.map((person): RecordInput => ({ type: 'enrolment', key: person, course, person, role: 'teacher' })),
    ...input.posts.map(([key, author, createdAt, parent]): RecordInput => ({
      type: 'post',
      key,
      course,
      thread: opener(key),
      ...(parent === null ? {} : { parent }),
      author,
      createdAt,
      mentions: input.mentions.filter(([, , , , post]) => post === key).map(([, , mentioned]) => mentioned),
    })),
    ...input.reactions.map(([person, author, at]): RecordInput => ({
      type: 'reaction',
      key: `${person} ${at}`,
      course,
      post: firstPostOf.get(author)!,
      person,
      kind: 'like',
      at,
    })),
    ...input.sessions.flatMap(([key, startsAt, endsAt, rows]): RecordInput[] => [
      { type: 'session', key, course, startsAt, endsAt },
      ...rows.map(([person, join, leave]) => presence(key, person!, join!, leave!)),
    ]),
    ...input.breakouts.flatMap(([key, parent, startsAt, endsAt, members]): RecordInput[] => [
      { type: 'session', key, course, parent, kind: 'breakout', startsAt, endsAt },
      ...members.map((person) => presence(key, person, startsAt, endsAt)),
    ]),
    ...input.peer_feedback.map(([giver, receiver, givenAt, allotted]): RecordInput => ({
      type: 'feedback',
      key: `${giver} ${receiver}`,
      course,
      giver,
      receiver,
      givenAt,
      allotted,
    })),
    ...input.group_work.flatMap(([key, members, contributors, at]): RecordInput[] => [
      { type: 'group', key, course },
      ...members.map((person): RecordInput => ({
        type: 'membership',
        key: `${key} ${person}`,
        course,
        group: key,
        person,
      })),
      ...contributors.map((person) =>
        activity(person, at, { key: `${key} ${person}`, verb: 'edited', object: key, objectType: 'group' }),
      ),
    ]),
    ...input.pulse.map(([person, answeredAt, mean]): RecordInput => ({
      type: 'survey_response',
      key: `${person} ${answeredAt}`,
      course,
      survey: 'pulse',
      person,
      items: [{ item: 'mean', number: mean }],
      answeredAt,
    })),
    ...Object.entries(input.active_days).flatMap(([person, days]) =>
      days.map((day) => activity(person, `${day}T12:00:00Z`)),
    ),
  ];
}
