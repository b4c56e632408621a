import type { Random } from '@kith/etl/simulate/random.ts';
import { sql } from 'kysely';
import { setTimeout as sleep } from 'node:timers/promises';

import { lives, serverPid } from '../support/embedded-command.ts';
import { Tally, type Outcome } from './outcome.ts';
import { disturb, type Undisturbed } from './repeat.ts';
import type { Stand, Tables } from './stand.ts';

/** The server ends at once, as when its machine loses power, and comes up again while or after the load fails. */
export async function restarts(
  stand: Stand,
  calm: Undisturbed,
  { times, random, tell }: { times: number; random: Random; tell: (line: string) => void },
): Promise<Outcome> {
  const tally = new Tally('restart of the database in the middle');
  for (let time = 1; time <= times; time++) {
    tell(`restart ${time} of ${times}`);
    let answers: () => Promise<void> = () => Promise.resolve();
    await disturb(stand, calm, tally, {
      moment: random.unit(),
      async harm(_loading, tables) {
        answers = () => answering(tables);
        const pid = (await serverPid(stand.folder))!;
        process.kill(pid, 'SIGQUIT');
        // Where nobody buries the dead they seem to live on.
        for (let waited = 0; lives(pid) && waited < 5000; waited += 20) await sleep(20);
      },
      mend: () => answers(),
    });
  }
  return tally.outcome();
}

/** Whoever holds the embedded server open starts it again; waits for that. */
export async function answering({ db }: Tables): Promise<void> {
  const until = Date.now() + 120_000;
  for (;;) {
    try {
      await sql`select 1`.execute(db);
      return;
    } catch (error) {
      if (Date.now() > until) throw error;
      await sleep(200);
    }
  }
}
