import { setTerm, terms } from '../organisation/terms.ts';
import { defineCommand } from './command.ts';
import { subcommand } from './subcommand.ts';
import { UsageError } from './trouble.ts';
import { day, required } from './values.ts';

export const term = defineCommand({
  name: 'term',
  summary: 'Terms, semesters and school years',
  usage: ['term list', 'term add <key> --title <text> --start <day> --end <day>'],
  options: {
    title: { type: 'string', value: 'text', about: 'Name that people read' },
    start: { type: 'string', value: 'YYYY-MM-DD', about: 'First day' },
    end: { type: 'string', value: 'YYYY-MM-DD', about: 'Last day' },
  },
  examples: ['term add 2026-autumn --title "Autumn 2026" --start 2026-09-14 --end 2026-12-18'],

  async run({ db, institution, out }, { values, words }) {
    const [word, [key]] = subcommand('term', words, ['add', 'list']);
    if (word === 'add') {
      const made = {
        key: required('The key of the term', key),
        title: required('--title', values.title),
        startsOn: required('--start', day('--start', values.start)),
        endsOn: required('--end', day('--end', values.end)),
      };
      if (made.endsOn < made.startsOn) throw new UsageError('The term would end before it starts.');
      await setTerm(await db(), (await institution()).institutionId, made);
      out.one(made);
      return 0;
    }
    const all = await terms(await db(), (await institution()).institutionId);
    if (all.length === 0) out.say('There are no terms yet. "kith term add" adds one; a roster brings its own.');
    else out.rows(all);
    return 0;
  },
});
