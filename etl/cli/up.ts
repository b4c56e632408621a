import { institutions } from '../organisation/institutions.ts';
import { defineCommand, type Command } from './command.ts';
import { serve, servingOptions, type Lent } from './serving.ts';

/** Kith as staff use it: one address for pages and API, numbers that follow the loads. */
export const upWith = (lent: Lent): Command =>
  defineCommand({
    name: 'up',
    summary: 'Start Kith: database, pages, and whoever keeps the numbers current',
    usage: ['up [--port <n>] [--host <address>] [--drain <seconds>]'],
    options: servingOptions,
    examples: ['up', 'up --port 8080 --host 0.0.0.0', 'up --drain 10'],
    patience: 5 * 60_000, // requests that have begun, a course that is being computed, a balancer that has to notice

    async run(context, { values }) {
      const served = await serve(context, lent, values);
      context.out.one({ url: served.url }, { url: 'Kith is at' });
      const known = await institutions(await context.db());
      const next =
        known.length === 0
          ? 'kith init makes the institution and your sign-in link.'
          : 'kith user link <address> prints a sign-in link.';
      context.out.say(`${next} Ctrl-C stops Kith.`);
      await served.untilStopped();
      return 0;
    },
  });
