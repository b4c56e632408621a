import { retentionClasses } from '../rights/retention-classes.ts';
import { applyRetention, keepFor, retentionOf } from '../rights/retention.ts';
import { defineCommand } from './command.ts';
import { subcommand } from './subcommand.ts';
import { UsageError } from './trouble.ts';
import { oneOf, required, whole } from './values.ts';

const classes = retentionClasses.map(({ name }) => name);

export const retention = defineCommand({
  name: 'retention',
  summary: 'How long each class of data is kept, and removing what is older; counts only, unless told --yes',
  usage: ['retention list', 'retention set <class> <days>', 'retention set <class> usual', 'retention apply [--yes]'],
  options: { yes: { type: 'boolean', about: 'Remove, and do not only count' } },
  examples: ['retention set course_facts 730', 'retention apply', 'retention apply --yes'],

  async run({ db, institution, out }, { values, words }) {
    const [word, [name, days]] = subcommand('retention', words, ['set', 'apply', 'list']);
    const { institutionId } = await institution();
    if (word === 'list') {
      out.rows(await retentionOf(await db(), institutionId));
      return 0;
    }
    if (word === 'set') {
      const which = required('The class', oneOf('The class', name, classes));
      if (days === undefined) throw new UsageError('Say how many days, or "usual".');
      await keepFor(
        await db(),
        institutionId,
        which,
        days === 'usual' ? undefined : whole('The days', days),
        new Date(),
      );
      out.rows((await retentionOf(await db(), institutionId)).filter((line) => line.class === which));
      return 0;
    }
    const dryRun = values.yes !== true;
    const removed = await applyRetention(await db(), { institutionId, at: new Date(), dryRun });
    out.rows(
      removed.map(({ class: which, days: kept, before, rows }) => ({
        class: which,
        days: kept,
        before: before.slice(0, 10),
        rows: Object.values(rows).reduce((sum, count) => sum + count, 0),
        tables: Object.entries(rows)
          .map(([table, count]) => `${table} ${count}`)
          .join(', '),
      })),
      {
        class: 'class',
        days: 'kept days',
        before: 'older than',
        rows: dryRun ? 'rows that would go' : 'rows gone',
        tables: 'where',
      },
    );
    if (dryRun) out.say('Nothing was removed. The same with --yes removes; it cannot be undone.');
    return 0;
  },
});
