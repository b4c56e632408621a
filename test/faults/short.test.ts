import path from 'node:path';

import { randomOf } from '@kith/etl/simulate/random.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { temporaryFolder } from '../support/temporary-folder.ts';
import { clock } from './clock.ts';
import { cuts } from './cuts.ts';
import { fullDisk } from './full-disk.ts';
import { kills } from './kills.ts';
import { writeMaterial } from './material.ts';
import type { Outcome, Skipped } from './outcome.ts';
import { undisturbed, type Undisturbed } from './repeat.ts';
import { restarts } from './restarts.ts';
import { openStand, type Stand } from './stand.ts';
import { twoAtOnce } from './two-at-once.ts';

// `npm run faults` does the same more often; docs/faults.md tells what it saw.
const minutes = 60_000;
const few = { times: 1, random: randomOf(7, 'faults'), tell: () => undefined };
let scratch: Awaited<ReturnType<typeof temporaryFolder>>;
let stand: Stand;
let calm: Undisturbed;

beforeAll(async () => {
  scratch = await temporaryFolder();
  stand = await openStand(path.join(scratch.folder, 'server'));
  const material = await writeMaterial(path.join(scratch.folder, 'faults.ndjson'), { activity: 3000, posts: 300 });
  calm = await undisturbed(stand, material);
}, 10 * minutes);
afterAll(async () => {
  await stand.close();
  await scratch.remove();
}, 5 * minutes);

/** Equal tables and clear words; what cannot be tried on this machine says why. */
function holds(outcome: Outcome | Skipped): void {
  if ('skipped' in outcome) expect(outcome.skipped).toMatch(/\w{3,}.*\./);
  else expect(outcome).toMatchObject({ wrong: [], equal: outcome.times });
}

test('killed, and given again', { timeout: 10 * minutes }, async () =>
  holds(await kills(stand, calm, { ...few, times: 3 })),
);
test('the database restarts in the middle', { timeout: 10 * minutes }, async () =>
  holds(await restarts(stand, calm, few)),
);
test('the connection is cut', { timeout: 10 * minutes }, async () => holds(await cuts(stand, calm, few)));
test('the disk of the database is full', { timeout: 10 * minutes }, async () => holds(await fullDisk(calm, few)));
test('two loads at once', { timeout: 10 * minutes }, async () => holds(await twoAtOnce(stand, calm, few)));
test('the clock jumps', { timeout: 10 * minutes }, async () =>
  holds(await clock(path.join(scratch.folder, 'clock'), calm, few)),
);
