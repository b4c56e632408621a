import path from 'node:path';

import { plantedFigures, type PlantedFigures } from '@kith/etl/backtest/planted-figures.ts';
import { scenarioFor } from '@kith/etl/cli/simulate.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { freshDatabase } from '../support/database.ts';
import { makeInstitution } from '../support/load-records.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { throughThePipeline, type Shown } from '../validate/through-the-pipeline.ts';

const patience = 900_000;
let root: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => {
  root = await temporaryFolder();
});
afterAll(() => root.remove());

/** From files to alerts, in a database of its own. */
async function shown(name: string, but: object): Promise<Shown> {
  const usual = await scenarioFor(name, { seed: undefined, students: undefined, courses: undefined, weeks: undefined });
  const { db, owner, drop } = await freshDatabase();
  try {
    const institutionId = await makeInstitution(db);
    const folder = path.join(root.folder, name);
    return await throughThePipeline({ etl: db, owner }, institutionId, folder, { ...usual, ...but });
  } finally {
    await drop();
  }
}

/**
 * Four courses of sixty, where `npm run validate` has twenty: the bars of the large run are held by test/validate, on the
 * figures it kept. Here the areas may be off by what four courses are off by; what is never to happen may not.
 */
describe('planted truth, from files to alerts', () => {
  let figures: PlantedFigures;
  beforeAll(async () => {
    figures = plantedFigures((await shown('planted-truth', { courses: 4, seed: 5 })).weeks);
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

  // Known miss: three learner-weeks of this seed, and none of seed 1. The day this holds, the test says so.
  test.fails('who comes to every session and does not write is never "high"', () => {
    expect(figures.silentHigh).toBe(0);
  });
});

test(
  'files that are loaded twice change nothing',
  async () => {
    const small = { courses: 1, classSize: 30, weeks: 5 };
    const once = await shown('planted-truth', small);
    const again = await shown('planted-truth', { ...small, importedTwice: true });
    const said = ({ weeks }: Shown) =>
      weeks.map(({ week, planted, score, band, listed }) => [week, planted.person, score, band, listed]);
    expect(said(once).length).toBeGreaterThan(100);
    expect(said(again)).toEqual(said(once));
  },
  patience,
);
