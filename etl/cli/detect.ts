import { detect as detectInput } from '../detect.ts';
import { openInput } from '../formats/source.ts';
import { chooseConnector } from './choose-connector.ts';
import { defineCommand } from './command.ts';
import { UsageError } from './trouble.ts';

export const detect = defineCommand({
  name: 'detect',
  summary: 'Say which connector reads something, and what is the matter with it; nothing is written',
  usage: ['detect <path…>'],
  options: {},
  examples: ['detect downloads/', 'detect attendance.csv'],

  async run({ out }, { words }) {
    if (words.length === 0) throw new UsageError('Say where it is.', 'kith detect <path…>');
    const input = await openInput(words[0] === '-' ? '-' : words);
    const found = await detectInput(input);
    if (found.length === 0) await chooseConnector('auto', input, out); // says why not
    out.rows(
      found.map(({ connector, variant, confidence, encoding, dateOrder, files, problems }) => ({
        connector,
        variant,
        confidence,
        encoding,
        dateOrder: dateOrder ?? null,
        files: files.length,
        problems,
      })),
    );
    return 0;
  },
});
