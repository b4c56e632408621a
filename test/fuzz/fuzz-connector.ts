import { Worker } from 'node:worker_threads';

import type { Tally, Told, Work } from './fuzz-worker.ts';

export interface Found extends Tally {
  readonly connector: string;
  readonly faults: readonly { readonly name: string; readonly what: string; readonly kept: string }[];
}

/** Wall seconds without a word of the worker after which its input hangs; the machine may be busy. */
const silence = 120;

/** Tries all inputs of one connector in a thread of its own, which is ended when it hangs and begins anew after that input. */
export async function fuzzConnector(work: Work): Promise<Found> {
  const faults: { name: string; what: string; kept: string }[] = [];
  let tally: Tally = { inputs: 0, read: 0, filesRefused: 0, rowsRefused: 0, slowest: 0 };
  for (let from = work.from; ;) {
    const ended = await oneThread({ ...work, from }, faults);
    tally = sum(tally, ended.tally);
    if (ended.hung === undefined) return { connector: work.connector, ...tally, faults };
    from = ended.hung;
  }
}

interface Ended {
  readonly tally: Tally;
  /** Number of the input that hung. */
  readonly hung: number | undefined;
}

function oneThread(work: Work, faults: { name: string; what: string; kept: string }[]): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('fuzz-worker.ts', import.meta.url), { workerData: work });
    let [tried, name, last] = [work.from, '', Date.now()];
    const none: Tally = { inputs: 0, read: 0, filesRefused: 0, rowsRefused: 0, slowest: 0 };
    const end = (ended: Ended): void => {
      clearInterval(watch);
      void worker.terminate();
      resolve(ended);
    };
    /** Its thread died or hangs: told, and the next thread begins behind it. */
    const lost = (what: string): void => {
      faults.push({ name, what, kept: `seed ${work.seed}` });
      end({ tally: { ...none, inputs: tried - work.from }, hung: tried });
    };
    const watch = setInterval(() => {
      if (Date.now() - last > silence * 1000) lost(`It hangs: no end after ${silence} s.`);
    }, 1000);
    worker.on('message', (told: Told) => {
      last = Date.now();
      if (told.kind === 'trying') [tried, name] = [told.n, told.name];
      else if (told.kind === 'fault') faults.push(told);
      else end({ tally: told.tally, hung: undefined });
    });
    worker.on('error', (error) =>
      tried === work.from
        ? reject(new Error('The thread did not start.', { cause: error }))
        : lost(`The thread died: ${String(error)}`),
    );
  });
}

const sum = (one: Tally, other: Tally): Tally => ({
  inputs: one.inputs + other.inputs,
  read: one.read + other.read,
  filesRefused: one.filesRefused + other.filesRefused,
  rowsRefused: one.rowsRefused + other.rowsRefused,
  slowest: Math.max(one.slowest, other.slowest),
});
