import type { Db } from '@kith/sql/connect.ts';

import { changeSource, sourceLines } from '../organisation/sources.ts';
import { connectors } from '../extract/index.ts';
import { ensureSource } from '../load/source.ts';
import { scheduleLines } from '../schedule/lines.ts';
import { defineCommand, type Arguments } from './command.ts';
import { dateOrderOf, runNow, scheduleOptions, steer, tellDateOrder, watch, whenOf } from './source-schedule.ts';
import { subcommand } from './subcommand.ts';
import { UsageError } from './trouble.ts';
import { oneOf, required, zone } from './values.ts';

const options = {
  timezone: { type: 'string', value: 'zone', about: 'IANA zone of its times where they state none' },
  'link-template': {
    type: 'string',
    value: 'address',
    about: 'Where a post is found: …/discuss.php?d={threadKey}#p{key}',
  },
  'no-titles': { type: 'boolean', about: 'Titles of posts, spaces and sessions are not kept' },
  'upn-is-email': { type: 'boolean', about: 'A user principal name of it is an e-mail address' },
  set: { type: 'string', multiple: true, value: 'name=value', about: 'Any other setting; the value may be JSON' },
  ...scheduleOptions,
} as const;

export const source = defineCommand({
  name: 'source',
  summary: 'Where data comes from: one export or API of one system each, and which of them Kith goes to by itself',
  usage: [
    'source list',
    'source add <name> <connector> [options]',
    'source set <name> [options]',
    'source watch <name> [--folder <name>] [--connector <id>] [--course <course>] [--date-order dmy] [--every <minutes>|--daily-at <HH:MM>|--by-hand]',
    'source pause|resume|run|remove <name>',
  ],
  options,
  examples: [
    'source add moodle:main moodle-forum --timezone Europe/London',
    'source watch attendance --course ENV101 --daily-at 06:30',
    'source set moodle:main --link-template "https://moodle.example/mod/forum/discuss.php?d={threadKey}#p{key}"',
  ],

  async run(context, { values, words }) {
    const { db, institution, out } = context;
    const known = ['add', 'set', 'watch', 'pause', 'resume', 'run', 'remove', 'list'] as const;
    const [word, [name, connector]] = subcommand('source', words, known);
    const timezone = zone('--timezone', values.timezone);
    const settings = settingsOf(values);
    const { institutionId } = await institution();
    const open = await db();
    if (word === 'list') {
      const lines = await listed(open, institutionId);
      if (lines.length === 0) out.say('There are no sources yet. The first "kith ingest" makes one.');
      else out.rows(lines);
      return 0;
    }
    const key = required('The name of the source', name);
    if (word === 'run') return runNow(context, key);
    if (word === 'pause' || word === 'resume' || word === 'remove') await steer(context, key, word);
    if (word === 'watch') await watch(context, key, values);
    if (word === 'add') {
      const ids = connectors.map(({ id }) => id);
      const id = required('The connector', oneOf('The connector', connector, ids));
      await ensureSource(open, institutionId, { name: key, connector: id });
    }
    await changeSource(open, institutionId, key, { timezone, settings });
    const when = word === 'set' ? whenOf(values) : undefined;
    if (when !== undefined) await steer(context, key, when);
    const dateOrder = word === 'set' ? dateOrderOf(values) : undefined;
    if (dateOrder !== undefined) await tellDateOrder(context, key, dateOrder);
    out.one((await listed(open, institutionId)).find((line) => line.name === key) ?? {});
    return 0;
  },
});

/** Every source, with when Kith goes to it by itself and how that went. */
async function listed(db: Db, institutionId: number): Promise<({ readonly name: string } & Record<string, unknown>)[]> {
  const schedules = await scheduleLines(db, institutionId);
  return (await sourceLines(db, institutionId)).map((line) => {
    const { source: _, ...schedule } = schedules.find(({ source: name }) => name === line.name) ?? { source: '' };
    return { ...line, ...schedule };
  });
}

function settingsOf(values: Arguments<typeof options>['values']): Readonly<Record<string, unknown>> {
  const settings: Record<string, unknown> = {};
  if (values['link-template'] !== undefined) settings.linkTemplate = values['link-template'];
  if (values['no-titles'] === true) settings.titles = false;
  if (values['upn-is-email'] === true) settings.upnIsEmail = true;
  for (const pair of values.set ?? []) {
    const [, name, value] = /^([A-Za-z][\w.]*)=(.*)$/s.exec(pair) ?? [];
    if (name === undefined || value === undefined) throw new UsageError(`--set takes name=value, not "${pair}".`);
    settings[name] = valueOf(value);
  }
  return settings;
}

/** JSON where it is JSON, else the text itself: `--set titles=true`, `--set linkTemplate=https://…`. */
function valueOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
