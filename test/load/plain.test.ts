import { plainActivity } from '@kith/etl/load/believe-activity.ts';
import { plainPost } from '@kith/etl/load/believe-post.ts';
import { canonicalJson, canonicalRecord } from '@kith/etl/load/canonical.ts';
import { recordSchemas, type RecordInput } from '@kith/etl/records/record.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

/** What is told without its schema is told as the schema tells it, whatever a connector wrote. */

const odd = fc.constantFrom<unknown[]>(null, 7, -1, 1.5, '', ' ', 'a\0b', 'k'.repeat(501), [], ['a'], [''], {}, true);
const instants = fc.constantFrom(
  '2026-02-03T10:15:00Z',
  '2026-02-03T10:15:00.120Z',
  '2026-02-03T10:15:00+05:30',
  '2024-02-29T00:00:00Z',
  '2026-02-29T00:00:00Z',
  '2026-02-31T24:00:00Z',
  '0000-01-01T00:00:00Z',
  '2026-02-03',
);
const key = fc.constantFrom('a', 'b', 'ä', '"\\', '\n');
const keys = fc.array(key, { maxLength: 2 });
const flag = fc.boolean();
const count = fc.constantFrom(0, 3, 2_147_483_647, 2_147_483_648);

type Fields = Readonly<Record<string, fc.Arbitrary<unknown>>>;

/** Mostly what a connector writes, now and then what it must not. */
const written = (type: string, needed: Fields, others: Fields) =>
  fc
    .record(
      Object.fromEntries(
        Object.entries({ ...needed, ...others }).map(([name, usual]) => [
          name,
          fc.oneof({ arbitrary: usual, weight: 60 }, { arbitrary: odd, weight: 1 }),
        ]),
      ),
      { requiredKeys: Object.keys(needed) },
    )
    .map((fields) => ({ ...fields, type }) as unknown as RecordInput);

const posts = written(
  'post',
  { key, thread: key, createdAt: instants },
  {
    course: key,
    space: key,
    parent: key,
    author: key,
    addressee: key,
    session: key,
    coAuthors: keys,
    mentions: keys,
    quotes: keys,
    anonymity: fc.constantFrom('none', 'none', 'none', 'peers', 'all'),
    kind: fc.constantFrom('thread', 'reply', 'chat', 'poem'),
    replyInference: fc.constantFrom('explicit', 'quote', 'guess'),
    visibility: fc.constantFrom('course', 'private', 'nowhere'),
    words: count,
    chars: count,
    isStaffAtTime: flag,
    endorsed: flag,
    accepted: flag,
    hasQuestion: flag,
    title: key,
    more: key,
  },
);
const activities = written(
  'activity',
  { key, person: key, verb: fc.constantFrom('viewed', 'posted', 'sang'), at: instants },
  {
    course: key,
    object: key,
    objectType: key,
    session: key,
    verbRaw: key,
    count,
    clicks: count,
    durationSeconds: fc.constantFrom(0, 12.5, -1, 2e9),
  },
);

/** What the schema makes of it, as canonical JSON, without what is not kept; undefined: it refuses it. */
function bySchema(input: RecordInput, titles = true): string | undefined {
  const checked = recordSchemas[input.type].safeParse(input);
  if (!checked.success) return undefined;
  return canonicalJson(titles ? checked.data : { ...checked.data, title: undefined });
}

describe('plain records', () => {
  test.each([true, false])('a post, titles kept: %s', (titles) => {
    let plain = 0;
    fc.assert(
      fc.property(posts, (input) => {
        if (input.type !== 'post') return;
        const told = plainPost(input, { titles });
        if (told === undefined) return;
        plain += 1;
        expect(canonicalRecord(told)).toBe(bySchema(input, titles));
      }),
      { numRuns: 3000 },
    );
    expect(plain).toBeGreaterThan(50);
  });

  test('an activity', () => {
    let plain = 0;
    fc.assert(
      fc.property(activities, (input) => {
        if (input.type !== 'activity') return;
        const told = plainActivity(input);
        if (told === undefined) return;
        plain += 1;
        expect(canonicalJson(told)).toBe(bySchema(input));
      }),
      { numRuns: 3000 },
    );
    expect(plain).toBeGreaterThan(50);
  });

  test('a duration that is no number is left to the schema', () => {
    const activity = {
      type: 'activity' as const,
      key: 'a',
      person: 'p',
      verb: 'viewed' as const,
      at: '2026-02-03T10:15:00Z',
    };
    expect(plainActivity({ ...activity, durationSeconds: 12 })).toBeDefined();
    expect(plainActivity({ ...activity, durationSeconds: null as unknown as number })).toBeUndefined();
  });

  test.each<[string, Record<string, unknown>]>([
    ['was taken back', { deleted: {} }],
    ['says when it was seen', { observedAt: '2026-02-03T10:15:00Z' }],
    ['has a link', { url: 'https://lms.example/1' }],
    ['has its text', { body: 'words' }],
    ['is anonymous', { anonymity: 'all' }],
  ])('a post that %s is left to the schema', (_, more) => {
    const post = { type: 'post' as const, key: 'a', thread: 't', createdAt: '2026-02-03T10:15:00Z' };
    expect(plainPost(post, { titles: true })).toBeDefined();
    expect(plainPost({ ...post, ...more }, { titles: true })).toBeUndefined();
  });
});
