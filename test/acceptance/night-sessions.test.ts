import { flagRates } from '@kith/etl/backtest/flag-rates.ts';
import { standingOf } from '@kith/etl/backtest/planted.ts';
import { storedWeeks, type StoredWeek } from '@kith/etl/backtest/stored.ts';
import { compute } from '@kith/etl/compute/compute.ts';
import { scenarioFor } from '@kith/etl/cli/simulate.ts';
import { expect, test } from 'vitest';

import { freshDatabase } from '../support/database.ts';
import { makeInstitution } from '../support/load-records.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { throughThePipeline, told } from '../validate/through-the-pipeline.ts';

/**
 * The worked example of indicators §3.8: every session is at night for those abroad. Where Kith knows their time zone,
 * these sessions are asked of nobody there, and they are compared among themselves; where it does not, they look like
 * learners who stay away.
 */
test('sessions at night: a known time zone takes half of the bias away and more, and those who are alone are still found', async () => {
  const database = await freshDatabase();
  const institutionId = await makeInstitution(database.db);
  const { folder, remove } = await temporaryFolder();
  const scenario = await scenarioFor('night-sessions', { seed: 1, courses: 6, students: undefined, weeks: undefined });
  const places = { etl: database.db, owner: database.owner };
  const { truth, weeks: knowing } = await throughThePipeline(places, institutionId, folder, scenario);
  await database.owner.updateTable('core.person').set({ timezone: null }).execute();
  await compute(database.db, institutionId, { now: told, all: true });
  const naive = await storedWeeks(database.owner, institutionId, truth);
  await database.drop();
  await remove();

  for (const points of [30, 45]) expect(excess(knowing, points)).toBeLessThan(0.75 * excess(naive, points));
  expect(excess(knowing, 30)).toBeLessThan(0.6 * excess(naive, 30));
  expect(foundAbroad(knowing, 30)).toBeGreaterThan(0.85);
}, 600_000);

/** How much oftener connected learners abroad reach so many points than the others, as a difference of shares. */
function excess(weeks: readonly StoredWeek[], points: number): number {
  const { groups } = flagRates(weeks, points);
  const rates = new Map(groups.map(({ group, rate }) => [group, rate!]));
  const others = ['north', 'south', 'coast'].map((group) => rates.get(group)!);
  return rates.get('abroad')! - others.reduce((sum, rate) => sum + rate, 0) / others.length;
}

/** Share of the weeks abroad of those planted alone that reach so many points. */
function foundAbroad(weeks: readonly StoredWeek[], points: number): number {
  const alone = weeks.filter(
    ({ planted, week, score }) =>
      week >= 3 && score !== null && planted.region === 'abroad' && standingOf(planted, week) === 'isolated',
  );
  return alone.filter(({ score }) => score! >= points).length / alone.length;
}
