import { toldHistory, type MembershipEvents } from '@kith/etl/cohorts/history.ts';
import { describe, expect, test } from 'vitest';

const event = (day: number, people: number, reason: MembershipEvents['reason'] = 'joined'): MembershipEvents => ({
  day: `2026-03-${String(day).padStart(2, '0')}`,
  reason,
  people,
});

describe('who came and went', () => {
  test('is told of a day on which ten did', () => {
    expect(toldHistory([event(1, 23, 'first')])).toEqual([
      { from: '2026-03-01', to: '2026-03-01', reason: 'first', people: 25 },
    ]);
  });

  test('days of few are put together until they are ten, each reason for itself', () => {
    const lines = toldHistory([event(1, 4), event(2, 3, 'rule'), event(3, 5), event(5, 3), event(6, 9, 'rule')]);
    expect(lines).toEqual([
      { from: '2026-03-01', to: '2026-03-05', reason: 'joined', people: 10 },
      { from: '2026-03-02', to: '2026-03-06', reason: 'rule', people: 10 },
    ]);
  });

  test('nine wait, and nothing says that they do', () => {
    const before = [event(1, 12, 'first')];
    expect(toldHistory([...before, event(2, 9)])).toEqual(toldHistory(before));
  });

  test('what was told once stands when more happens', () => {
    const days = Array.from({ length: 20 }, (_, index) =>
      event(index + 1, (index * 7) % 6, index % 3 ? 'joined' : 'rule'),
    );
    for (let many = 1; many < days.length; many++) {
      const [early, late] = [toldHistory(days.slice(0, many)), toldHistory(days)];
      expect(late.slice(0, early.length)).toEqual(early);
    }
  });
});
