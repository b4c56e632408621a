import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { faultCuts } from '@kith/etl/backtest/course-faults.ts';
import { plantedFigures } from '@kith/etl/backtest/planted-figures.ts';
import { scenarioFor } from '@kith/etl/cli/simulate.ts';

import { inPlace } from '../bench/place.ts';
import { makeInstitution } from '../support/load-records.ts';
import { throughThePipeline, type Shown } from './through-the-pipeline.ts';

const usual = { seed: undefined, students: undefined, courses: undefined, weeks: undefined };

/** Runs a shipped scenario through the shipped pipeline, in a database of its own. */
export async function shown(name: string, seed: number, courses?: number): Promise<Shown> {
  const scenario = await scenarioFor(name, { ...usual, seed, courses });
  const folder = path.join(tmpdir(), `kith-validate-${randomBytes(6).toString('hex')}`);
  return inPlace(async (place) => {
    const institutionId = await makeInstitution(place.etl);
    return throughThePipeline(place, institutionId, folder, scenario);
  });
}

export const plantedTruth = async (seed: number, courses?: number) =>
  plantedFigures((await shown('planted-truth', seed, courses)).weeks);
export const courseFaults = async (seed: number, courses?: number) =>
  faultCuts((await shown('course-faults', seed, courses)).courseWeeks);
