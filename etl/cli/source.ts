import { changeSource, sourceLines } from '../organisation/sources.ts';
import { connectors } from '../extract/index.ts';
import { ensureSource } from '../load/source.ts';
import { defineCommand, type Arguments } from './command.ts';
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
} as const;

export const source = defineCommand({
  name: 'source',
  summary: 'Where data comes from: one export or API of one system each',
  usage: ['source list', 'source add <name> <connector> [options]', 'source set <name> [options]'],
  options,
  examples: [
    'source add moodle:main moodle-forum --timezone Europe/London',
    'source set moodle:main --link-template "https://moodle.example/mod/forum/discuss.php?d={threadKey}#p{key}"',
  ],

  async run({ db, institution, out }, { values, words }) {
    const [word, [name, connector]] = subcommand('source', words, ['add', 'set', 'list']);
    const timezone = zone('--timezone', values.timezone);
    const settings = settingsOf(values);
    const { institutionId } = await institution();
    const open = await db();
    if (word === 'list') {
      const lines = await sourceLines(open, institutionId);
      if (lines.length === 0) out.say('There are no sources yet. The first "kith ingest" makes one.');
      else out.rows(lines);
      return 0;
    }
    const key = required('The name of the source', name);
    if (word === 'add') {
      const ids = connectors.map(({ id }) => id);
      const id = required('The connector', oneOf('The connector', connector, ids));
      await ensureSource(open, institutionId, { name: key, connector: id });
    }
    await changeSource(open, institutionId, key, { timezone, settings });
    out.one((await sourceLines(open, institutionId)).find((line) => line.name === key) ?? {});
    return 0;
  },
});

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
