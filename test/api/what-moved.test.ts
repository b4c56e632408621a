import { healthOf } from '@kith/api/queries/health.ts';
import { inGerman } from '@kith/api/words/in-german.ts';
import type { HealthWeek } from '@kith/etl/health/about.ts';
import { describe, expect, test } from 'vitest';

type Parts = readonly (readonly [id: string, score: number])[];

const week = (score: number, parts: Parts, version = 3) =>
  ({
    index: score,
    coverage: 1,
    themes: [{ theme: 'CO', score, weight: 1, indicators: parts.map(([id, own]) => ({ id, value: 0.5, score: own })) }],
    weakestTheme: 'CO',
    weakestIndicator: 'answered_48h_share',
    band: 'steady',
    interval: null,
    change: null,
    version,
  }) as unknown as HealthWeek;

const moved = (now: HealthWeek, before?: HealthWeek) => {
  const [theme] = healthOf(now, true, before).themes;
  return { change: theme!.change, by: theme!.movedBy?.id ?? null, points: theme!.movedBy?.change ?? null };
};

const now = week(60, [
  ['answered_48h_share', 70],
  ['voices_share', 50],
]);

describe('what moved a theme since the week before', () => {
  test('nothing is said without a week before, over another definition, or where there was no index', () => {
    const nothing = { change: null, by: null, points: null };
    expect(moved(now)).toEqual(nothing);
    expect(moved(now, week(50, [['voices_share', 10]], 2))).toEqual(nothing);
    expect(moved(now, { withheld: 'too_few_learners', coverage: 0, version: 3 } as unknown as HealthWeek)).toEqual(
      nothing,
    );
  });

  test('the part that moved most the same way is named, not the one that moved against it', () => {
    const before = week(55, [
      ['answered_48h_share', 55],
      ['voices_share', 90],
    ]);
    expect(moved(now, before)).toEqual({ change: 5, by: 'answered_48h_share', points: 15 });
  });

  test('a part that only one week knows, or that hardly moved, is not named', () => {
    expect(moved(now, week(55, [['answered_48h_share', 69.8]]))).toEqual({ change: 5, by: null, points: null });
    expect(moved(now, week(60, [['answered_48h_share', 60]]))).toEqual({ change: 0, by: null, points: null });
  });

  test('in German, the part is said in German', () => {
    const [theme] = inGerman.health(healthOf(now, true, week(50, [['answered_48h_share', 50]]))).themes;
    expect(theme!.movedBy).toMatchObject({
      change: 20,
      sentence: '50 % der Fragen bekommen innerhalb von zwei Tagen Antwort.',
    });
  });
});
