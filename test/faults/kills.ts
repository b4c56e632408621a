import type { Random } from '@kith/etl/simulate/random.ts';

import { Tally, type Outcome } from './outcome.ts';
import { disturb, type Undisturbed } from './repeat.ts';
import type { Stand } from './stand.ts';

/** kill -9 at a random moment of the load, then the same command again. `until`: begins none after that time. */
export async function kills(
  stand: Stand,
  calm: Undisturbed,
  { times, until, random, tell }: { times: number; until?: number; random: Random; tell: (line: string) => void },
): Promise<Outcome> {
  const tally = new Tally('kill -9 of the load');
  for (let time = 1; time <= times && Date.now() < (until ?? Infinity); time++) {
    if (time % 10 === 1) tell(`kill ${time} of ${times}`);
    await disturb(stand, calm, tally, {
      moment: random.unit(),
      harm: ({ child }) => void child.kill('SIGKILL'),
    });
  }
  return tally.outcome();
}
