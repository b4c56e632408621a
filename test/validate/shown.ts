import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { scenarioFor } from '@kith/etl/cli/simulate.ts';

import { inPlace } from '../bench/place.ts';
import { makeInstitution } from '../support/load-records.ts';
import { throughThePipeline, type Shown } from './through-the-pipeline.ts';

/** Runs a shipped scenario through the shipped pipeline, in a database of its own. */
export async function shown(name: string, seed: number, courses?: number): Promise<Shown> {
  const scenario = await scenarioFor(name, { seed, courses, students: undefined, weeks: undefined });
  const folder = path.join(tmpdir(), `kith-validate-${randomBytes(6).toString('hex')}`);
  return inPlace(async (place) => {
    const institutionId = await makeInstitution(place.etl);
    return throughThePipeline(place, institutionId, folder, scenario);
  });
}
