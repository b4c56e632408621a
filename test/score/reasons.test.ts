/** Reasons: which, in what order, with what behind them; and what the score would be without the first. */
import { expect, test } from 'vitest';
import { classmates, learner, scoredFirst } from './signals.ts';

const scored = (but: Parameters<typeof learner>[1]) => scoredFirst([learner('ana', but), ...classmates(6)]);

test('most points first, and nothing that adds none', () => {
  const { reasons, score, wouldChange } = scored({ pulse: 2.5, effectivePeers: 0, liveRate: 0.3 });
  expect(reasons.map(({ component }) => component)).toEqual(['peer_contact', 'felt_belonging', 'live_presence']);
  const points = reasons.map(({ contribution }) => contribution);
  expect(points).toEqual([...points].sort((one, other) => other - one));
  expect(Math.min(...points)).toBeGreaterThan(0);
  expect(points.reduce((sum, one) => sum + one, 0)).toBeCloseTo(score!, 9);
  expect(wouldChange).toMatchObject({ component: 'peer_contact', messageKey: 'change.peer_contact' });
  expect(wouldChange!.scoreThen).toBeCloseTo(points[1]! + points[2]!, 9);
});

test('equal points stand in the order of the definition', () => {
  const { reasons } = scored({ effectivePeers: 0, inboundPeers: 0 });
  const [first, second] = reasons;
  expect([first!.component, second!.component]).toEqual(['peer_contact', 'inbound_peers']);
  expect(first!.contribution).toBeGreaterThanOrEqual(second!.contribution);
});

test('a reason has the counts it rests on, and no others', () => {
  const { reasons } = scored({ answered: 0, answerable: 6, weeklyActiveDays: [3, 3, 3, 0, 0], effectivePeers: 0 });
  const params = new Map(reasons.map((reason) => [reason.component, reason.params]));
  expect(params.get('being_answered')).toMatchObject({ answered: 0, answerable: 6 });
  expect(params.get('decline')).toMatchObject({ presenceFactor: 1 });
  expect(params.get('decline')).not.toHaveProperty('answerable');
  expect(Object.keys(params.get('peer_contact')!).sort()).toEqual(['median', 'usual', 'value']);
});

test('no more answers are missing than there are posts without one', () => {
  const { wouldChange } = scored({ answered: 1, answerable: 8 });
  expect(wouldChange!.component).toBe('being_answered');
  // A class that is answered half the time: (k + 1) / (8 + 2) reaches a half with three more.
  expect(wouldChange!.params).toMatchObject({ missing: 3 });
});
