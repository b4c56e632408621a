import path from 'node:path';
import type { Db } from '@kith/sql/connect.ts';

import { openInput } from '../../formats/source.ts';
import { load } from '../../load/load.ts';
import { ensureSource } from '../../load/source.ts';
import type { IngestPlan } from '../../simulate/write/plan.ts';
import { connectorNamed, usualMode } from '../choose-connector.ts';
import { Failure } from '../trouble.ts';

export interface PlanOptions {
  readonly institutionId: number;
  /** Folder of the plan. */
  readonly folder: string;
  readonly plan: IngestPlan;
  readonly signal: AbortSignal;
  readonly onLoad: (done: number, total: number, path: string) => void;
}

/** Loads every step of a simulation as `kith ingest` would, in order. Answers how many rows were read. */
export async function loadPlan(db: Db, { institutionId, folder, plan, signal, onLoad }: PlanOptions): Promise<number> {
  let rows = 0;
  for (const [at, step] of plan.steps.entries()) {
    onLoad(at, plan.steps.length, step.path);
    const { source, course, timezone, dateOrder } = step;
    const connector = connectorNamed(step.connector);
    await ensureSource(db, institutionId, { name: source, connector: connector.id, timezone });
    const report = await load(db, {
      institutionId,
      source,
      connector,
      input: await openInput([path.join(folder, step.path)]),
      context: { timezone, course, dateOrder },
      mode: step.mode ?? usualMode(connector.id),
      signal,
    });
    if (report.state !== 'visible') {
      throw new Failure(
        `${step.path} was not taken: ${report.message ?? report.state}`,
        'kith demo --reset begins anew.',
      );
    }
    rows += report.read;
  }
  return rows;
}
