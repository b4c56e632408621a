import { availableParallelism } from 'node:os';

import type { Found } from './fuzz-connector.ts';

const count = (value: number): string => value.toLocaleString('en');

/** One line a connector, and what was found. */
export function asText({ connector, inputs, read, filesRefused, rowsRefused, slowest, faults }: Found): string {
  const line = `${connector}: ${count(inputs)} inputs, ${count(read)} read (${count(rowsRefused)} rows refused), ${count(filesRefused)} refused whole, slowest ${slowest.toFixed(2)} s\n`;
  return (
    line +
    faults
      .map(({ name, what, kept }) => `  FOUND ${name}\n    ${what.replaceAll('\n', '\n    ')}\n    kept in ${kept}\n`)
      .join('')
  );
}

/** The page that is kept in docs. */
export function asMarkdown(
  results: readonly Found[],
  { seed, minutes, day, fixtures }: { seed: number; minutes: number; day: string; fixtures: number },
): string {
  const all = results.reduce((sum, each) => sum + each.inputs, 0);
  const rows = results.map(
    (each) =>
      `| ${each.connector} | ${count(each.inputs)} | ${count(each.read)} | ${count(each.rowsRefused)} | ${count(each.filesRefused)} | ${each.slowest.toFixed(2)} | ${each.faults.length} |`,
  );
  const faults = results.flatMap((each) => each.faults.map(({ name, what }) => `- ${name}: ${what.split('\n')[0]!}`));
  return `# Fuzz

Written by \`npm run fuzz -- --keep\` on ${day}, on ${availableParallelism()} cores in ${minutes} minutes, seed ${seed}: **${count(all)} harmed forms** of ${fixtures} fixtures
of all connectors. Files are cut off, bits flipped, encodings swapped, fields and numbers made huge, JSON nested deeply, values
replaced by other kinds, lines swapped, pieces lost or doubled; one input in twelve is a hostile archive (cut, flipped, lying
about its sizes, leading outside, a link, a bomb, an archive in an archive). An input is read or refused; every refused row and
file has a code with a paragraph in [the list](reference/rejects.md) and a sentence; every record is valid; none may take over 5 s
of processor time.

| connector | inputs | read to the end | rows refused in them | files refused whole | slowest, s | faults |
| --- | ---: | ---: | ---: | ---: | ---: | ---: |
${rows.join('\n')}

## What was found

${faults.length === 0 ? 'Nothing.' : faults.join('\n')}
`;
}
