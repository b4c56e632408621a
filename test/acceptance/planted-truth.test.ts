import { plantedFigures, type PlantedFigures } from '@kith/etl/backtest/planted-figures.ts';
import { beforeAll, describe, expect, test } from 'vitest';

import { simulated } from './simulated.ts';

const patience = 900_000;

/**
 * Four courses of sixty, where `npm run validate` has twenty: the bars of the large run are held by test/validate, on the
 * figures it kept. Here the areas may be off by what four courses are off by; what is never to happen may not.
 */
describe('planted truth, from files to alerts', () => {
  let figures: PlantedFigures;
  beforeAll(async () => {
    figures = plantedFigures((await simulated('planted-truth', { courses: 4, seed: 5 })).weeks);
  }, patience);

  test('the isolated are ranked above the connected, far better than by when they were last seen', () => {
    expect(figures.auc).toBeGreaterThanOrEqual(0.94);
    expect(figures.auc - figures.recencyAuc).toBeGreaterThanOrEqual(0.2);
    expect(figures.macroRecall).toBeGreaterThanOrEqual(0.72);
  });

  test('few alerts, and most of them right', () => {
    expect(figures.alerts.per100).toBeLessThanOrEqual(5);
    expect(figures.alerts.precision).toBeGreaterThanOrEqual(0.82);
    expect(figures.caught.rejected_poster).toBeGreaterThanOrEqual(0.6);
  });

  test('of whom nothing may be said, nothing is said', () => {
    expect(figures.noDataScored).toBe(0);
    expect(figures.caught.offline_connected).toBe(0);
  });

  test('who comes to every session and does not write is never "high"', () => {
    expect(figures.silentHigh).toBe(0);
  });
});
