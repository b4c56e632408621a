import { formats } from '../../exports/formats/index.ts';
import { contents, type Content } from '../../exports/tables/index.ts';
import type { Format } from '../../exports/approved-export.ts';
import { defineCommand } from '../command.ts';
import { subcommand } from '../subcommand.ts';
import { email, instant, oneOf, required, whole } from '../values.ts';
import { exportAggregate } from './aggregate.ts';
import { ask, decide, list, make } from './microdata.ts';

const leasts = ['5', '10'] as const;
const formatNames = Object.keys(formats) as Format[];
const contentNames = Object.keys(contents) as Content[];

export const exportReport = defineCommand({
  name: 'export',
  summary: 'Tables that tell of nobody, and research exports that a steward approves',
  usage: [
    'export bands|health [--unit <key>] [--week <monday>] [--least 5|10] [--format <format>] [--out <folder>]',
    'export ask <contents,…> --for <address> --purpose <text> [--unit <key>] [--format <format>] [--least 5|10]',
    'export approve <id> --by <address> --until <day> [--remark <text>]',
    'export decline|end <id> --by <address> [--remark <text>]',
    'export make <id> [--out <folder>]',
    'export list',
  ],
  options: {
    unit: { type: 'string', value: 'key', about: 'A part of the institution; all of it unless told' },
    week: { type: 'string', value: 'YYYY-MM-DD', about: 'Monday of the week; the last one with numbers unless told' },
    least: {
      type: 'string',
      value: 'n',
      about: 'Fewer people than this are not told, and smaller courses not exported: 5 (unless told) or 10',
    },
    for: { type: 'string', value: 'address', about: 'The researcher it is for' },
    purpose: { type: 'string', value: 'text', about: 'What it is for, in a sentence a steward can judge' },
    format: {
      type: 'string',
      value: 'format',
      about: `${formatNames.join(', ')}; csv unless told; a network is GraphML`,
    },
    by: { type: 'string', value: 'address', about: 'The steward whose word it is' },
    until: { type: 'string', value: 'YYYY-MM-DD', about: 'From this day on nobody gets it, and its files go' },
    remark: { type: 'string', value: 'text', about: 'A word to it' },
    out: {
      type: 'string',
      value: 'folder',
      about: 'Where the files go; unless told, bands are printed, and research exports stay in Kith’s own folder',
    },
  },
  examples: [
    'export bands --unit bsc-data --week 2026-11-09 --least 10 --out reports',
    'export ask learner_weeks,ties --for ana@northlea.example --purpose "Who answers newcomers? Thesis of A. Lind."',
    'export approve 3 --by steward@northlea.example --until 2027-03-01',
    'export make 3',
  ],

  async run(context, { values, words }) {
    const format = oneOf('--format', values.format, formatNames) ?? 'csv';
    const least = oneOf('--least', values.least, leasts) === '10' ? 10 : 5;
    const [word, rest] = subcommand('export', words, [
      'bands',
      'health',
      'ask',
      'approve',
      'decline',
      'end',
      'make',
      'list',
    ]);
    const id = () => required('The number of the export', whole('The number of the export', rest[0]));
    switch (word) {
      case 'bands':
      case 'health':
        await exportAggregate(context, word, { ...values, least, format });
        break;
      case 'ask':
        await ask(context, {
          researcher: required('--for', email('--for', values.for)),
          contents: required('What to export', rest[0])
            .split(',')
            .map((name) => required('What to export', oneOf('What to export', name.trim(), contentNames))),
          unit: values.unit,
          format,
          least,
          purpose: required('--purpose', values.purpose),
        });
        break;
      case 'make':
        await make(context, id(), values.out);
        break;
      case 'list':
        await list(context);
        break;
      default:
        await decide(context, {
          exportId: id(),
          steward: required('--by', email('--by', values.by)),
          word,
          until: word === 'approve' ? required('--until', instant('--until', values.until)) : null,
          remark: values.remark ?? null,
        });
    }
    return 0;
  },
});
