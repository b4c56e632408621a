import type { BandName, Learner, StateName } from '@kith/dashboard/lib/api/types.ts';
import { describe, expect, test } from 'vitest';
import { leadingFirst } from '@kith/dashboard/lib/components/course/leading-measures.ts';
import { cannotTell, isTheCourse, standingOut } from '@kith/dashboard/lib/components/course/standing-out.ts';
import { totals } from '@kith/dashboard/lib/components/home/totals.ts';
import { piecesOf } from '@kith/dashboard/lib/components/parts/emphasis.ts';
import { arrange } from '@kith/dashboard/lib/components/people/arrange.ts';
import { barOf, components, stepOf } from '@kith/dashboard/lib/components/people/score-parts.ts';
import { aCourse } from './a-course.ts';

const person = (personId: number, band: BandName | null, state: StateName = 'scored'): Learner => ({
  personId,
  name: `Person ${personId}`,
  state,
  kind: 'isolation',
  score: band === null ? null : 100 - personId,
  band,
  trend: null,
  coverage: null,
  confidence: null,
  sourcesSeen: 0,
  sourcesConnected: 0,
  reasons: [],
  wouldChange: null,
  hidden: [],
  provisional: false,
});

const of = (count: number, band: BandName, from = 0) =>
  Array.from({ length: count }, (_, index) => person(from + index, band));

describe('the people of a week are laid out', () => {
  const week = [
    ...of(3, 'high'),
    ...of(2, 'watch', 10),
    person(20, null, 'unseen'),
    person(21, null, 'not_enough_data'),
  ];

  test('those who stand out as cards, the rest as lines, those without a score apart', () => {
    const { cards, rows, cannotTell: unknown, counts } = arrange(week, undefined);
    expect(cards.map(({ personId }) => personId)).toEqual([0, 1, 2]);
    expect(rows.map(({ band, people }) => [band, people.length])).toEqual([['watch', 2]]);
    expect(unknown.map(({ state, people }) => [state, people.length])).toEqual([
      ['unseen', 1],
      ['not_enough_data', 1],
    ]);
    expect(counts).toEqual({ high: 3, elevated: 0, watch: 2, connected: 0, cannot_tell: 2 });
  });

  test('a chosen band is all there is, and nobody without a score is in it', () => {
    const { cards, rows, cannotTell: unknown } = arrange(week, 'watch');
    expect(cards.map(({ personId }) => personId)).toEqual([10, 11]);
    expect([...rows, ...unknown]).toEqual([]);
  });

  test('a dozen cards until all are asked for; nobody is lost on the way', () => {
    const many = of(40, 'elevated');
    expect(arrange(many, undefined)).toMatchObject({ cards: { length: 12 }, moreCards: 28 });
    expect(arrange(many, undefined, true)).toMatchObject({ cards: { length: 40 }, moreCards: 0 });
  });

  test('an empty course is empty', () => {
    expect(arrange([], undefined)).toMatchObject({ cards: [], rows: [], cannotTell: [], moreCards: 0 });
  });
});

describe('counts', () => {
  const counts = { learners: 20, byState: { scored: 16, unseen: 3, opted_out: 1 }, byBand: { high: 1, elevated: 4 } };

  test('"may be unconnected" is the two upper bands, "we cannot tell" everybody without a score', () => {
    expect(standingOut(counts.byBand)).toBe(5);
    expect(cannotTell(counts)).toBe(4);
  });

  test('more than a quarter of those who can be judged is the course; exactly a quarter, or a handful, is not', () => {
    expect(isTheCourse(counts)).toBe(true);
    expect(isTheCourse({ ...counts, byBand: { high: 4 } })).toBe(false);
    expect(isTheCourse({ learners: 4, byState: { scored: 4 }, byBand: { high: 3 } })).toBe(false);
  });

  test('a course that shows presence only is never added to "may be unconnected"', () => {
    const seldom = aCourse({ counts, notices: ['presence_signal_only'] });
    expect(totals([aCourse({ counts }), seldom, aCourse({ counts: null })])).toEqual({
      known: 2,
      learners: 40,
      standingOut: 5,
      cannotTell: 8,
      seldomHere: 5,
    });
  });
});

test('of a course’s numbers a few lead, those with a value; no number is lost', () => {
  const measure = (id: string, value: number | null) =>
    ({ id, title: id, value, unit: 'share', sentence: id, better: 'higher' }) as const;
  const { leading, others } = leadingFirst([
    measure('voices_share', null),
    measure('isolates_share', 0.2),
    measure('density', 0.1),
    measure('connected_share', 0),
    measure('reciprocity', null),
  ]);
  expect(leading.map(({ id }) => id)).toEqual(['connected_share', 'isolates_share']);
  expect(others.map(({ id }) => id)).toEqual(['density', 'voices_share', 'reciprocity']);
});

describe('the bar of a score', () => {
  test('parts lie end to end in the order of the table, whatever the order of the reasons', () => {
    const reasons = [
      { component: 'recency', contribution: 10.5, points: 10 },
      { component: 'peer_contact', contribution: 21.25, points: 21 },
    ] as const;
    expect(barOf(reasons)).toEqual([
      { component: 'peer_contact', step: 1, from: 0, points: 21.25, printed: 21 },
      { component: 'recency', step: 6, from: 21.25, points: 10.5, printed: 10 },
    ]);
  });

  test('there are eight steps, and the two leading parts share the first', () => {
    expect(components.map(stepOf)).toEqual([1, 1, 2, 3, 4, 5, 6, 7, 8]);
  });
});

test('numbers of a sentence are brought out, and "no classmate"; nothing is lost', () => {
  const sentence = 'Of 4 posts no classmate answered any; here about 34 % get an answer, the usual is 0.4.';
  const pieces = piecesOf(sentence);
  expect(pieces.map(({ text }) => text).join('')).toBe(sentence.replace('34 %', '34\u00a0%'));
  expect(pieces.filter(({ strong }) => strong).map(({ text }) => text.trim())).toEqual(['4', 'no', '34\u00a0%', '0.4']);
});
