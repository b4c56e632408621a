import { setUnit, unitKinds, units } from '../organisation/units.ts';
import { defineCommand } from './command.ts';
import { subcommand } from './subcommand.ts';
import { oneOf, required } from './values.ts';

export const unit = defineCommand({
  name: 'unit',
  summary: 'Faculties and programmes: the tree above the courses',
  usage: ['unit list', 'unit add <key> --title <text> [--kind faculty|programme|institution] [--parent <key>]'],
  options: {
    title: { type: 'string', value: 'text', about: 'Name that people read' },
    kind: { type: 'string', value: 'kind', about: 'institution, faculty or programme (programme otherwise)' },
    parent: { type: 'string', value: 'key', about: 'The node it hangs under' },
  },
  examples: [
    'unit add sci --kind faculty --title "Faculty of Science"',
    'unit add bsc-env --title "BSc Environment" --parent sci',
  ],

  async run({ db, institution, out }, { values, words }) {
    const [word, [key]] = subcommand('unit', words, ['add', 'list']);
    if (word === 'add') {
      const kind = oneOf('--kind', values.kind, unitKinds) ?? 'programme';
      const made = { key: required('The key of the unit', key), kind, title: required('--title', values.title) };
      await setUnit(await db(), (await institution()).institutionId, { ...made, parent: values.parent });
      out.one({ ...made, parent: values.parent ?? null });
      return 0;
    }
    const tree = await units(await db(), (await institution()).institutionId);
    if (tree.length === 0) out.say('There are no units yet. "kith unit add" adds one; a roster brings its own.');
    else out.rows(tree, { key: 'key', kind: 'kind', title: 'title', depth: 'depth', source: 'source' });
    return 0;
  },
});
