import { addReceiver, endReceiver, receiverLines, receiverScopes, refusedLines } from '../organisation/receivers.ts';
import { defineCommand } from './command.ts';
import { subcommand } from './subcommand.ts';
import { Failure } from './trouble.ts';
import { oneOf, required, whole } from './values.ts';

export const receiver = defineCommand({
  name: 'receiver',
  summary: 'Who may send xAPI statements to Kith, and what was refused of them',
  usage: [
    'receiver list',
    'receiver add <source> [--title <words>] [--scope <scope>]',
    'receiver end <key>',
    'receiver refused <source> [--most <n>]',
  ],
  options: {
    title: { type: 'string', value: 'words', about: 'What sends it, for the list' },
    scope: {
      type: 'string',
      multiple: true,
      value: 'scope',
      about: 'statements/write unless told; statements/read, statements/read/mine; several times for several',
    },
    most: { type: 'string', value: 'n', about: 'How many, newest first; 100 unless told' },
  },
  examples: ['receiver add moodle:xapi --title "Moodle logstore"', 'receiver refused moodle:xapi'],

  async run(context, { values, words }) {
    const { db, institution, out } = context;
    const [word, [name]] = subcommand('receiver', words, ['add', 'end', 'refused', 'list']);
    const scopes = (values.scope ?? ['statements/write']).map((scope) => oneOf('--scope', scope, receiverScopes)!);
    const most = whole('--most', values.most) ?? 100;
    const { institutionId } = await institution();
    const open = await db();
    switch (word) {
      case 'list':
        out.rows(
          (await receiverLines(open, institutionId)).map((line) => ({ ...line, scopes: line.scopes.join(' ') })),
        );
        return 0;
      case 'refused':
        out.rows(await refusedLines(open, institutionId, required('The name of the source', name), most));
        return 0;
      case 'end': {
        const key = required('The key', name);
        if (await endReceiver(open, institutionId, key)) return 0;
        throw new Failure(`There is no open credential "${key}".`, 'kith receiver list shows them.');
      }
      case 'add': {
        const source = required('The name of the source', name);
        const made = await addReceiver(open, institutionId, { source, title: values.title ?? source, scopes });
        out.one({ endpoint: `${context.address}/xapi`, key: made.key, secret: made.secret });
        out.say('The secret is shown this once. Key and secret are user name and password of the sender.');
        return 0;
      }
    }
  },
});
