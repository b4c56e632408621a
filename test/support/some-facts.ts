import fc from 'fast-check';
import type { Connection } from '@kith/etl/compute/facts/connections.ts';
import type { CourseFacts } from '@kith/etl/compute/facts/course-facts.ts';
import type { Member } from '@kith/etl/compute/facts/members.ts';
import type { Post } from '@kith/etl/compute/facts/posts.ts';
import type { TieEvent } from '@kith/etl/compute/facts/tie-event.ts';
import { sources, type Source } from '@kith/etl/score/visibility.ts';
import { noFacts } from './no-facts.ts';

const hour = 3_600_000;
const day = 24 * hour;

/** Monday on which the courses of `someFacts` start; six weeks follow. */
export const startsOn = '2026-01-05';
const start = Date.parse(`${startsOn}T00:00:00Z`);
const hours = 42 * 24;

/** Person ids of the learners; the one above them is their teacher. */
const learners = fc.integer({ min: 2, max: 9 });
const instant = fc.nat(hours - 1).map((past) => start + past * hour);

const member = (personId: number, role: 'learner' | 'staff'): Member => ({
  personId,
  learner: null,
  staff: null,
  provisional: false,
  timezone: null,
  [role]: { from: -Infinity, to: Infinity },
});

export const directedKinds = ['reply', 'mention', 'reaction', 'peer_feedback'] as const;

export const someTie = (people: number): fc.Arbitrary<TieEvent> =>
  fc
    .record({
      kind: fc.constantFrom(...directedKinds, 'live_session' as const),
      source: fc.integer({ min: 1, max: people }),
      target: fc.integer({ min: 1, max: people }),
      at: instant,
      weight: fc.constantFrom(0.2, 0.5, 1),
    })
    .filter(({ source, target }) => source !== target)
    .map((tie) => ({
      ...tie,
      layer: tie.kind === 'reaction' || tie.kind === 'live_session' ? ('contact' as const) : ('direct_peer' as const),
      directed: tie.kind !== 'live_session',
    }));

const somePost = (people: number): fc.Arbitrary<Omit<Post, 'postId'>> =>
  fc.record({
    author: fc.integer({ min: 1, max: people + 1 }),
    thread: fc.constantFrom('a', 'b', 'c'),
    at: instant,
    deletedAt: fc.option(instant, { freq: 9 }),
    answers: fc.option(fc.nat(11)),
    opener: fc.boolean(),
    parentsKnown: fc.constant(true),
  });

/** A small course with ties, posts, classes, active days and answers to the pulse, all within its six weeks. */
export const someFacts: fc.Arbitrary<CourseFacts> = learners.chain((people) =>
  fc
    .record({
      ties: fc.array(someTie(people), { maxLength: 30 }),
      posts: fc.array(somePost(people), { maxLength: 12 }),
      sessions: fc.array(
        fc.tuple(fc.nat(41), fc.integer({ min: 0, max: 22 }), fc.uniqueArray(fc.integer({ min: 1, max: people }))),
        { maxLength: 6 },
      ),
      pulses: fc.array(
        fc.record({
          personId: fc.integer({ min: 1, max: people }),
          at: instant,
          mean: fc.double({ min: 1, max: 5, noNaN: true }),
        }),
        { maxLength: 3 },
      ),
      days: fc.array(fc.uniqueArray(fc.nat(41), { maxLength: 20 }), { minLength: people, maxLength: people }),
    })
    .map(({ ties, posts, sessions, pulses, days }): CourseFacts => {
      const everybody = Array.from({ length: people }, (_, index) => index + 1);
      const firstAt = new Map(everybody.map((person) => [person, start]));
      const connected: Connection = { since: start, lastAt: null, from: [1], matched: firstAt, firstAt };
      return {
        ...noFacts,
        members: [...everybody.map((person) => member(person, 'learner')), member(people + 1, 'staff')],
        ties: ties.toSorted((one, other) => one.at - other.at),
        posts: posts.toSorted((one, other) => one.at - other.at).map((post, postId) => ({ ...post, postId })),
        sessions: sessions.map(([on, at, came], sessionId) => ({
          sessionId,
          start: start + on * day + at * hour,
          end: start + on * day + (at + 1) * hour,
          group: null,
          marked: false,
          presence: new Map(came.map((person) => [person, { attended: true, excused: false, unknown: false }])),
        })),
        pulses: pulses.toSorted((one, other) => one.at - other.at),
        activeDays: new Map(
          days.map((own, index) => [index + 1, own.map((past) => start / day + past).sort((a, b) => a - b)]),
        ),
        connections: Object.fromEntries(sources.map((source) => [source, connected])) as Record<Source, Connection>,
      };
    }),
);

/** The same course so many days later, whatever in it has a time. */
export function later(facts: CourseFacts, days: number): CourseFacts {
  const ms = days * day;
  const at = <Row extends { readonly at: number }>(rows: readonly Row[]): Row[] =>
    rows.map((row) => ({ ...row, at: row.at + ms }));
  const firsts = (map: ReadonlyMap<number, number>) => new Map([...map].map(([person, first]) => [person, first + ms]));
  return {
    ...facts,
    ties: at(facts.ties),
    posts: at(facts.posts).map((post) => ({
      ...post,
      deletedAt: post.deletedAt === null ? null : post.deletedAt + ms,
    })),
    sessions: facts.sessions.map((session) => ({ ...session, start: session.start + ms, end: session.end + ms })),
    pulses: at(facts.pulses),
    activeDays: new Map([...facts.activeDays].map(([person, own]) => [person, own.map((one) => one + days)])),
    connections: Object.fromEntries(
      Object.entries(facts.connections).map(([source, { since, matched, firstAt, ...rest }]) => [
        source,
        { ...rest, since: since === null ? null : since + ms, matched: firsts(matched), firstAt: firsts(firstAt) },
      ]),
    ) as unknown as CourseFacts['connections'],
  };
}
