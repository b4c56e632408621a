import { takeApart } from '../detect/parcels.ts';
import { openInput } from '../formats/source.ts';
import { detect as detectInput } from '../detect.ts';
import { chooseConnector } from './choose-connector.ts';
import { defineCommand } from './command.ts';
import { UsageError } from './trouble.ts';

export const detect = defineCommand({
  name: 'detect',
  summary: 'Say which connector reads something, and what is the matter with it; nothing is written',
  usage: ['detect <path…|->'],
  options: {},
  examples: ['detect downloads/', 'detect export.dat'],

  async run({ out }, { words }) {
    if (words.length === 0) throw new UsageError('Say where it is.', 'kith detect <path…>');
    const { parcels, leftOver } =
      words[0] === '-' ? { parcels: await ofStandardInput(), leftOver: [] } : await takeApart(words);
    if (parcels.length === 0) await chooseConnector('auto', await openInput(words[0] === '-' ? '-' : words), out); // says why not
    out.rows(
      parcels.map(({ connector, variant, confidence, encoding, dateOrder, problems, rivals, input }) => ({
        connector,
        variant,
        confidence,
        encoding,
        dateOrder: dateOrder ?? null,
        archive: input.path === '' ? null : input.path,
        files: input.files.length,
        names: input.files.map(({ name }) => name),
        problems,
        rivals,
      })),
    );
    for (const { file, message, hint } of leftOver) out.warn(`${file}: ${message} ${hint}`);
    return 0;
  },
});

/** It can be read once only, and is one file or one archive. */
async function ofStandardInput() {
  const input = await openInput('-');
  const found = await detectInput(input);
  return found.map(({ files: _, ...rest }) => ({ ...rest, rivals: [], input }));
}
