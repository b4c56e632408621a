import { scenarioFor } from '@kith/etl/cli/simulate.ts';
import type { Scenario } from '@kith/etl/simulate/scenario.ts';

import { freshDatabase } from '../support/database.ts';
import { makeInstitution } from '../support/load-records.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { throughThePipeline, told, type Shown } from '../validate/through-the-pipeline.ts';

/** A shipped scenario with a change, from files to alerts, in a database of its own. */
export async function simulated(name: string, but: Partial<Scenario>, now = told): Promise<Shown> {
  const usual = await scenarioFor(name, { seed: undefined, students: undefined, courses: undefined, weeks: undefined });
  const { folder, remove } = await temporaryFolder();
  const { db, owner, drop } = await freshDatabase();
  try {
    const institutionId = await makeInstitution(db);
    return await throughThePipeline({ etl: db, owner }, institutionId, folder, { ...usual, ...but }, now);
  } finally {
    await drop();
    await remove();
  }
}
