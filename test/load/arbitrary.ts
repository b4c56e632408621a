import type { RecordInput, RecordType } from '@kith/etl/records/record.ts';
import fc from 'fast-check';

const pool = (prefix: string, size: number) =>
  fc.constantFrom(...Array.from({ length: size }, (_, i) => `${prefix}${i}`));
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const [person, course, space] = [pool('p', 7), maybe(pool('c', 3)), pool('s', 3)];
const [post, session, group] = [pool('x', 8), pool('m', 4), pool('g', 2)];
const instant = fc
  .integer({ min: 0, max: 60 * 24 * 70 })
  .map((minutes) => new Date(Date.UTC(2026, 1, 23) + minutes * 60_000).toISOString());
const word = fc.constantFrom('one', 'two', 'three');
const interval = { from: maybe(instant), to: maybe(instant) };

const claim = fc.oneof(
  fc.record({ scheme: fc.constant('sis' as const), value: pool('sis', 5) }),
  fc.record({
    scheme: fc.constant('email' as const),
    value: pool('who', 6).map((name) => `${name}@Example.org`),
    verified: fc.boolean(),
  }),
  fc.record({ scheme: fc.constant('display_name' as const), value: word }),
);

/** What a record of a type may say, beside its key. */
const contents = {
  award: fc.record({
    person,
    course,
    kind: fc.constant('badge' as const),
    title: maybe(word),
    at: instant,
    by: maybe(person),
  }),
  consent: fc.record({
    person,
    course,
    purpose: fc.constant('analytics' as const),
    granted: fc.boolean(),
    at: instant,
  }),
  course: fc.record({
    title: maybe(word),
    sisId: maybe(fc.constantFrom('old', 'new')),
    startsOn: maybe(fc.constantFrom('2026-02-23', '2026-03-02')),
    endsOn: maybe(fc.constant('2026-06-28')),
    timezone: maybe(fc.constantFrom('Asia/Tokyo', 'America/New_York')),
    unit: maybe(pool('u', 2)),
    term: maybe(pool('t', 2)),
    parent: maybe(pool('c', 3)),
  }),
  declaration: fc.record({ person, course, kind: fc.constant('study_group' as const), from: instant }),
  enrolment: fc.record({
    person,
    course,
    role: fc.constantFrom('learner' as const, 'teacher' as const, 'assistant' as const, 'observer' as const),
    status: fc.constantFrom('active' as const, 'withdrawn' as const),
    ...interval,
  }),
  feedback: fc.record({
    giver: person,
    receiver: maybe(person),
    course,
    givenAt: maybe(instant),
    score: maybe(fc.double({ noNaN: true, noDefaultInfinity: true })),
  }),
  group: fc.record({ course, title: maybe(word), ...interval }),
  membership: fc.record({ group, person, course, ...interval }),
  mentorship: fc.record({ mentor: person, mentee: person, course, ...interval }),
  outcome: fc.record({
    person,
    course,
    kind: fc.constantFrom('withdrawn' as const, 'passed' as const),
    at: maybe(instant),
  }),
  person: fc.record({
    kind: fc.constantFrom('human' as const, 'human' as const, 'bot' as const),
    displayName: maybe(word),
    timezone: maybe(fc.constant('Europe/Vienna')),
    claims: fc.array(claim, { maxLength: 2 }),
    attributes: maybe(fc.record({ region: word })),
  }),
  post: fc.record({
    space: maybe(space),
    course,
    thread: post,
    parent: maybe(post),
    author: person,
    addressee: maybe(person),
    mentions: fc.array(person, { maxLength: 2 }),
    quotes: fc.array(post, { maxLength: 1 }),
    createdAt: instant,
    words: maybe(fc.nat(500)),
    title: maybe(word),
  }),
  presence: fc.record({
    session,
    person,
    precision: fc.constant('interval' as const),
    status: fc.constant('present' as const),
    joinAt: maybe(instant),
    course,
  }),
  reaction: fc.record({ post, person: maybe(person), kind: fc.constant('like' as const), at: maybe(instant), course }),
  relation: fc.record({ observer: person, learner: person, kind: fc.constant('parent' as const), ...interval }),
  session: fc.record({ course, parent: maybe(session), startsAt: instant, host: maybe(person), title: maybe(word) }),
  space: fc.record({ course, parent: maybe(space), title: maybe(word) }),
  survey_response: fc.record({
    survey: fc.constant('pulse'),
    person: maybe(person),
    course,
    items: fc.constant([{ item: 'belong', number: 4 }]),
    answeredAt: instant,
  }),
  term: fc.record({
    title: word,
    startsOn: fc.constantFrom('2026-02-01', '2026-03-01'),
    endsOn: fc.constant('2026-07-01'),
    parent: maybe(pool('t', 2)),
  }),
  unit: fc.record({ kind: fc.constant('faculty' as const), title: word, parent: maybe(pool('u', 2)) }),
} as const satisfies Record<Exclude<RecordType, 'activity'>, fc.Arbitrary<object>>;

/** Keys that other records point to; the rest are only ever their own. */
const keys: Partial<Record<RecordType, fc.Arbitrary<string>>> = {
  course: pool('c', 3),
  group,
  person,
  post,
  session,
  space,
  term: pool('t', 2),
  unit: pool('u', 2),
};

const stateful = fc.constantFrom(...(Object.keys(contents) as (keyof typeof contents)[])).chain((type) =>
  fc.record({
    type: fc.constant(type),
    key: keys[type] ?? pool(`${type}-`, 4),
    content: contents[type] as fc.Arbitrary<object>,
    // Units and terms are no facts: a node that was named once stays.
    deleted: fc.integer({ min: 0, max: 9 }).map((n) => n === 0 && type !== 'unit' && type !== 'term'),
    version: fc.nat(3),
  }),
);

const activity = fc.record({
  key: pool('a', 12),
  person,
  course,
  session: maybe(session),
  verb: fc.constantFrom('viewed' as const, 'posted' as const),
  at: instant,
  isVoid: fc.integer({ min: 0, max: 7 }).map((n) => n === 0),
});

/**
 * Records of all types. Versions of one key say when they were made, sometimes two of them the same instant; a key with
 * one version may leave it out. An activity has one content for good; a few are voided.
 */
const records: fc.Arbitrary<RecordInput[]> = fc
  .tuple(fc.array(stateful, { maxLength: 70, size: 'max' }), fc.array(activity, { maxLength: 15, size: 'max' }))
  .map(([states, activities]) => [...versions(states), ...statements(activities)]);

/** A record and the source that gives it. */
export interface Told {
  readonly source: string;
  readonly record: RecordInput;
}

/**
 * Two sources that speak of the same people and courses, each under its own keys and with ids that join them. Only one
 * of them knows the organisation, as one system does in life.
 */
export const universe: fc.Arbitrary<Told[]> = fc
  .tuple(records, records)
  .map(([forum, roster]) => [
    ...forum.filter(({ type }) => type !== 'unit' && type !== 'term').map((record) => ({ source: 'forum', record })),
    ...roster.map((record) => ({ source: 'roster', record })),
  ]);

function versions(
  states: readonly { type: RecordType; key: string; content: object; deleted: boolean; version: number }[],
): RecordInput[] {
  const byKey = Map.groupBy(states, ({ type, key }) => `${type}/${key}`);
  return [...byKey.values()].flatMap((all) =>
    all.map(({ type, key, content, deleted, version }) => {
      const observedAt = all.length > 1 || version > 0 ? `2026-06-0${version + 1}T00:00:00Z` : undefined;
      return {
        type,
        key,
        ...content,
        // An id names one course of a source; the other source may have one of the same key.
        ...('sisId' in content && typeof content.sisId === 'string' && { sisId: `${content.sisId}-${key}` }),
        observedAt,
        deleted: deleted ? { at: '2026-06-01T00:00:00Z' } : undefined,
      } as RecordInput;
    }),
  );
}

function statements(
  activities: readonly { key: string; isVoid: boolean; person: string; verb: 'viewed' | 'posted'; at: string }[],
): RecordInput[] {
  const first = new Map<string, RecordInput>();
  const records: RecordInput[] = [];
  for (const { isVoid, ...content } of activities) {
    if (isVoid) records.push({ type: 'activity', ...content, deleted: {} });
    else if (!first.has(content.key)) first.set(content.key, { type: 'activity', ...content });
  }
  return [...first.values(), ...records];
}
