import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';

import { compute } from '@kith/etl/compute/compute.ts';
import { storedCourseWeeks, storedWeeks, type StoredCourseWeek, type StoredWeek } from '@kith/etl/backtest/stored.ts';
import { loadPlan } from '@kith/etl/cli/demo/load-plan.ts';
import { simulate } from '@kith/etl/simulate/simulate.ts';
import type { Scenario } from '@kith/etl/simulate/scenario.ts';
import type { Truth } from '@kith/etl/simulate/write/truth.ts';
import type { Db } from '@kith/sql/connect.ts';

/** The last whole week before this is the last that is told of: the same bytes on any day. */
export const told = new Date('2026-11-22T03:00:00Z');

export interface Shown {
  readonly truth: Truth;
  readonly weeks: readonly StoredWeek[];
  readonly courseWeeks: readonly StoredCourseWeek[];
}

/** Writes a scenario, loads its files as `kith ingest` does, computes, and reads what was stored. `folder` is emptied. */
export async function throughThePipeline(
  { etl, owner }: { readonly etl: Db; readonly owner: Db },
  institutionId: number,
  folder: string,
  scenario: Scenario,
  now = told,
): Promise<Shown> {
  const { plan } = await simulate({ out: folder, scenario, now });
  const truth = JSON.parse(await readFile(path.join(folder, 'truth.json'), 'utf8')) as Truth;
  const { signal } = new AbortController();
  await loadPlan(etl, { institutionId, folder, plan, signal, onLoad: () => undefined });
  const { failed } = await compute(etl, institutionId, { now, all: true });
  if (failed[0]) throw new Error(failed[0].message);
  await rm(folder, { recursive: true });
  return {
    truth,
    weeks: await storedWeeks(owner, institutionId, truth),
    courseWeeks: await storedCourseWeeks(owner, institutionId, truth),
  };
}
