import { personNamed } from '../identity/people.ts';
import { accessLinesAbout, latestAccess } from '../organisation/access-extract.ts';
import { csvLine } from '../reports/csv-line.ts';
import { defineCommand } from './command.ts';
import { subcommand } from './subcommand.ts';
import { email, required } from './values.ts';

export const accessLog = defineCommand({
  name: 'access-log',
  summary: 'Who looked at whom and why; the extract for a learner who asks',
  usage: ['access-log list', 'access-log extract <address> [--csv]'],
  options: { csv: { type: 'boolean', about: 'As CSV' } },
  examples: ['access-log extract ana@northlea.example', 'access-log extract ana@northlea.example --csv > ana.csv'],

  async run({ db, institution, out }, { values, words }) {
    const [word, [address]] = subcommand('access-log', words, ['extract', 'list']);
    if (word === 'list') {
      const latest = await latestAccess(await db(), (await institution()).institutionId, 100);
      out.rows(latest, { ...columns, people: 'people shown' });
      return 0;
    }
    const who = required('The e-mail address', email('The address', address));
    const { institutionId } = await institution();
    const { personId } = await personNamed(await db(), institutionId, who);
    const lines = await accessLinesAbout(await db(), institutionId, personId);
    if (values.csv === true) {
      const table = lines.map((line) => [line.at.toISOString(), line.who, line.action, line.course, line.reason]);
      out.text([Object.keys(columns), ...table].map(csvLine).join(''));
    } else if (lines.length === 0) out.say('Nobody has looked at anything of theirs.');
    else out.rows(lines, { ...columns });
    return 0;
  },
});

const columns = { at: 'when', who: 'who looked', action: 'what', course: 'course', reason: 'why' };
