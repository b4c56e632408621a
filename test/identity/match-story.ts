import type { RecordInput } from '@kith/etl/records/record.ts';
import fc from 'fast-check';

export const sources = ['lms', 'meetings', 'sis'] as const;
type Source = (typeof sources)[number];

/** One person record with a post of theirs; the sis lists them in the course as well. */
export interface Arrival {
  readonly source: Source;
  readonly key: string;
  readonly email: string | undefined;
  readonly sis: string | undefined;
}

export interface Decision {
  readonly kind: 'join' | 'part' | 'split';
  readonly a: string;
  readonly b: string;
}

export type Step = Arrival | Decision;

export const arrival = fc.record({
  source: fc.constantFrom(...sources),
  key: fc.constantFrom('k1', 'k2', 'k3'),
  email: fc.option(fc.constantFrom('one@x.edu', 'two@x.edu', 'three@x.edu'), { nil: undefined }),
  sis: fc.option(fc.constantFrom('s1', 's2'), { nil: undefined }),
});
export const nameOf = ({ source, key }: Pick<Arrival, 'source' | 'key'>): string => `${source}/${key}`;

export function recordsOf({ source, key, email, sis }: Arrival): RecordInput[] {
  const claims = [
    ...(email === undefined ? [] : [{ scheme: 'email' as const, value: email, verified: true }]),
    ...(sis === undefined ? [] : [{ scheme: 'sis' as const, value: sis }]),
  ];
  const course = source === 'sis' ? 'C' : `C of ${source}`;
  return [
    { type: 'course', key: course, title: 'Course', sisId: 'the-course', startsOn: '2026-03-02', endsOn: '2026-06-28' },
    { type: 'person', key, displayName: `Person ${key}`, claims },
    source === 'sis'
      ? { type: 'enrolment', key: `e ${key}`, person: key, course, role: 'learner' }
      : {
          type: 'post',
          key: `p ${key}`,
          course,
          thread: 't',
          author: key,
          createdAt: '2026-03-10T10:00:00Z',
          words: 9,
        },
  ];
}

/** Arrivals of different accounts, and words about pairs of them in ways that do not contradict one another. */
export const story = fc.uniqueArray(arrival, { minLength: 2, maxLength: 6, selector: nameOf }).chain((arrivals) =>
  fc.record({
    arrivals: fc.constant(arrivals),
    decisions: fc.uniqueArray(
      fc
        .tuple(
          fc.constantFrom('join' as const, 'part' as const),
          fc.shuffledSubarray(arrivals.map(nameOf), { minLength: 2, maxLength: 2 }),
        )
        .map(([kind, [a, b]]): Decision => ({ kind, a: a!, b: b! })),
      { maxLength: 1, selector: ({ a, b }) => [a, b].sort().join(' ') },
    ),
    order: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 8, maxLength: 8 }),
  }),
);

/** Everything once, decisions as soon as both of whom they speak are there. */
export function shuffled(
  arrivals: readonly Arrival[],
  decisions: readonly Decision[],
  order: readonly number[],
): Step[] {
  const steps: Step[] = arrivals
    .map((each, index) => ({ each, at: order[index]! }))
    .sort((a, b) => a.at - b.at)
    .map(({ each }) => each);
  for (const decision of decisions) {
    const seen = (name: string) => steps.findIndex((step) => 'source' in step && nameOf(step) === name);
    const earliest = Math.max(seen(decision.a), seen(decision.b)) + 1;
    const at = earliest + Math.floor(order[7]! * (steps.length - earliest + 0.999));
    steps.splice(at, 0, decision);
  }
  return steps;
}
