import { expect, test } from 'vitest';
import { inForceAt, type Timeline } from '@kith/etl/definitions/timeline.ts';
import { isolation } from '@kith/etl/score/isolation.ts';
import { ScoreDefinition } from '@kith/etl/score/definition.ts';
import { classmates, learner, scoredFirst } from '../score/signals.ts';

/** As stored before version 2: a week that was not logged counted as silence, and the definition did not say so. */
const { weeksNotLogged: _, ...before } = { ...isolation, version: 1 };
const risen = Date.parse('2026-03-02T00:00:00Z');
const timeline: Timeline = {
  own: [],
  shipped: [
    { definition: 'isolation', since: 0, body: before },
    { definition: 'isolation', since: risen, body: isolation },
  ],
};

test('a week before the version rose is replayed by the one it was made with', () => {
  expect(inForceAt(timeline, risen - 1).isolation).toMatchObject({ version: 1, weeksNotLogged: 'silence' });
  expect(inForceAt(timeline, risen).isolation).toEqual(isolation);
});

test('version 1 counts what nobody could see as silence, version 2 leaves it out', () => {
  const unloggedCounted = { recencyDays: 14, weeklyActiveDays: [3, 3, 3, 3, 0] };
  const class_ = [learner('ana', { unloggedCounted }), ...classmates(6)];
  const concerns = (definition: ScoreDefinition) => scoredFirst(class_, definition).concerns;
  expect(concerns(ScoreDefinition.parse(before))).toMatchObject({ recency: 1, decline: 0.5 });
  expect(concerns(isolation)).toMatchObject({ recency: 0, decline: 0 });
});
