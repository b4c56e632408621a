import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';

import type { Connector } from '@kith/etl/connector.ts';
import { connectors } from '@kith/etl/extract/index.ts';

import { fixtures } from '../support/connector-fixtures.ts';
import { harmedForm, intact, keepFailing, tryOne } from './try-one.ts';

/** Which inputs to try: `each` of every fixture of one connector, from the number `from` of its row of inputs. */
export interface Work {
  readonly connector: string;
  readonly seed: number;
  readonly each: number;
  /** Passes over so many inputs: those before one that hung, and that one. */
  readonly from: number;
  readonly found: string;
}

/** What the worker tells while it goes on. */
export type Told =
  | { readonly kind: 'trying'; readonly n: number; readonly name: string }
  | { readonly kind: 'fault'; readonly name: string; readonly what: string; readonly kept: string }
  | { readonly kind: 'done'; readonly tally: Tally };

export interface Tally {
  readonly inputs: number;
  readonly read: number;
  readonly filesRefused: number;
  readonly rowsRefused: number;
  /** Most seconds of processor time of one input. */
  readonly slowest: number;
}

/** Processor seconds after which an input counts as one that hangs. */
const patience = 5;
const work = workerData as Work;
const tell = (told: Told): void => parentPort?.postMessage(told);
const connector = (connectors as readonly Connector[]).find(({ id }) => id === work.connector)!;
const scratch = await mkdtemp(path.join(tmpdir(), 'kith-fuzz-'));
let [n, inputs, read, filesRefused, rowsRefused, slowest] = [0, 0, 0, 0, 0, 0];

for (const fixture of fixtures(connector.id)) {
  const files = await intact(fixture);
  for (let form = 0; form < work.each; form++) {
    n += 1;
    if (n <= work.from) continue;
    const harmed = harmedForm(fixture, files, work.seed, form);
    const name = `${connector.id} ${fixture.variant} ${form} (${harmed.how})`;
    tell({ kind: 'trying', n, name });
    const before = process.threadCpuUsage();
    inputs += 1;
    try {
      const ending = await tryOne(connector, fixture, harmed, scratch);
      if (ending.file === undefined) read += 1;
      else filesRefused += 1;
      rowsRefused += ending.refused;
    } catch (error) {
      const kept = await keepFailing(work.found, name, harmed);
      tell({
        kind: 'fault',
        name,
        what: error instanceof Error ? (error.stack ?? error.message) : String(error),
        kept,
      });
    }
    const { user, system } = process.threadCpuUsage(before);
    const seconds = (user + system) / 1e6;
    slowest = Math.max(slowest, seconds);
    if (seconds > patience) {
      tell({
        kind: 'fault',
        name,
        what: `It took ${seconds.toFixed(1)} s.`,
        kept: await keepFailing(work.found, name, harmed),
      });
    }
  }
}
await rm(scratch, { recursive: true, force: true });
tell({ kind: 'done', tally: { inputs, read, filesRefused, rowsRefused, slowest } });
