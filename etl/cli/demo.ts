import { administer, dropDatabase, withDatabase } from '@kith/sql/databases.ts';
import { readEnvironment } from '@kith/sql/environment.ts';
import { openServer } from '@kith/sql/server.ts';

import { institutions } from '../organisation/institutions.ts';
import { calendarOf } from '../simulate/calendar.ts';
import { institution as northlea } from '../simulate/catalogue.ts';
import { defineCommand, type Command, type CommandContext } from './command.ts';
import { demoGuests } from './demo/guests.ts';
import { makeDemo } from './demo/make-demo.ts';
import { loadedDemo, sameDemo, type DemoMark } from './demo/mark.ts';
import { stepsOf } from './demo/steps.ts';
import { linkFor } from './link.ts';
import { buildPages, pagesAreStale } from './pages.ts';
import { serve, servingOptions, type Lent } from './serving.ts';
import { whole } from './values.ts';
import { workplace } from './workplace.ts';

const database = 'kith_demo';
/** The links of the demo work again and again, for a week. */
const linkHours = 7 * 24;

/** A small university with planted truths, in a database of its own, loaded as real data are, and shown. */
export const demoWith = (lent: Lent): Command =>
  defineCommand({
    name: 'demo',
    summary: 'Show Kith at work on a small invented university',
    usage: ['demo [--port <n>] [--reset] [--keep]'],
    options: {
      ...servingOptions,
      seed: { type: 'string', value: 'n', about: 'Another university; 1 unless told' },
      students: { type: 'string', value: 'n', about: '900 unless told' },
      courses: { type: 'string', value: 'n', about: '12 unless told' },
      weeks: { type: 'string', value: 'n', about: '10 unless told' },
      reset: { type: 'boolean', about: 'Make it anew, whatever was loaded before' },
      keep: { type: 'boolean', about: 'Show what was loaded before, though it ends in an earlier week' },
    },
    examples: ['demo', 'demo --port 8080', 'demo --students 200 --courses 3'],

    async run(context, { values }) {
      const now = new Date();
      const weeks = whole('--weeks', values.weeks) ?? 10;
      const { startsOn, endsOn } = calendarOf(weeks, now);
      const wanted: DemoMark = {
        seed: whole('--seed', values.seed, 0) ?? 1,
        students: whole('--students', values.students) ?? 900,
        courses: whole('--courses', values.courses) ?? 12,
        weeks,
        startsOn,
        endsOn,
      };
      const step = stepsOf(context);
      if (await pagesAreStale(lent.root)) await step('Pages built', (line) => buildPages(lent.root, line));
      // Held open to the end, so that the embedded server does not stop between the old database and the new.
      const server = await openServer(readEnvironment());
      const remove = () => administer(withDatabase(server.url, 'postgres'), (client) => dropDatabase(client, database));
      if (values.reset === true) await remove();
      let place = workplace({ database });
      try {
        // Another version of Kith may have made it: then it is not opened, and made anew.
        const found = await place.db().then(loadedDemo, () => 'other' as const);
        const usable = typeof found === 'object' && (values.keep === true || sameDemo(found, wanted));
        if (found === 'other' || (!usable && (await institutions(await place.db())).length > 0)) {
          await place.close();
          await remove();
          place = workplace({ database });
        }
        const demo = { ...context, ...place };
        if (usable) context.out.say(`The demo of ${found.startsOn} to ${found.endsOn} is loaded already.`);
        else await makeDemo(demo, wanted, now);
        return await show(demo, lent, values);
      } finally {
        await place.close();
        await server.close();
      }
    },
  });

async function show(context: CommandContext, lent: Lent, values: Parameters<typeof serve>[2]): Promise<number> {
  const served = await serve(context, lent, values);
  const { institutionId } = await context.institution();
  const lines = [];
  for (const { role, who, personId } of await demoGuests(await context.db(), institutionId, northlea.domain)) {
    const asked = { ...context, address: served.url };
    const { link } = await linkFor(asked, institutionId, personId, { hours: linkHours, reusable: true });
    lines.push({ role, who, link });
  }
  context.out.say(`\nKith is at ${served.url}. Sign in as one of these:\n`);
  context.out.rows(lines, { role: 'role', who: '', link: 'link' });
  context.out.say('\nCtrl-C stops it; the next "npm run demo" starts at once.');
  await served.untilStopped();
  return 0;
}
