import path from 'node:path';

import { backtest, type Result } from '@kith/etl/backtest/backtest.ts';
import { testedCourse } from '@kith/etl/backtest/tested-course.ts';
import { courseToReplay } from '@kith/etl/cli/as-of.ts';
import { compute } from '@kith/etl/compute/compute.ts';
import { readMapping } from '@kith/etl/extract/mapping/read-mapping.ts';
import { sql } from 'kysely';

import { inPlace } from '../bench/place.ts';
import { loadFiles } from '../support/load-files.ts';
import { makeInstitution } from '../support/load-records.ts';
import { referenceData } from '../support/reference-data.ts';
import type { Db } from '@kith/sql/connect.ts';

/** The back-test of a public data set; undefined where it is not here. */
const tested = async (
  name: string,
  load: (db: Db, institutionId: number) => Promise<unknown>,
): Promise<readonly Result[]> =>
  inPlace(async ({ etl }) => {
    const institutionId = await makeInstitution(etl);
    await load(etl, institutionId);
    await compute(etl, institutionId);
    const { rows } = await sql<{ courseId: number }>`
      select course_id from core.course where kind = 'course'`.execute(etl);
    const course = await courseToReplay(etl, institutionId, rows[0]!.courseId);
    return backtest([await testedCourse(etl, course, name, { now: new Date() })], { draws: 50 }).results;
  });

export async function dlt1(): Promise<readonly Result[] | undefined> {
  const folder = referenceData('dlt-mooc');
  if (!folder) return undefined;
  return tested('DLT1', async (db, institutionId) => {
    for (const file of ['DLT1 Edgelist.csv', 'DLT1 Nodes.csv']) {
      const context = { map: await readMapping('dlt1') };
      await loadFiles(db, institutionId, { connector: 'mapping', paths: [path.join(folder, file)], context });
    }
  });
}

export async function oulad(): Promise<readonly Result[] | undefined> {
  const folder = referenceData('oulad-EEE_2014B');
  if (!folder) return undefined;
  return tested('OULAD EEE 2014B', (db, institutionId) =>
    loadFiles(db, institutionId, { connector: 'oulad', paths: [folder], mode: 'full' }),
  );
}
