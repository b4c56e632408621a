import { formats } from '../../exports/formats/index.ts';
import type { Format } from '../../exports/approved-export.ts';
import { languages } from '../../print/document.ts';
import { printedKinds } from '../../reports/wanted.ts';
import { defineCommand } from '../command.ts';
import { subcommand } from '../subcommand.ts';
import { day, oneOf, required, whole } from '../values.ts';
import { letterhead } from './letterhead.ts';
import { print } from './print.ts';
import { schedule, schedules, steer } from './schedule.ts';

const scheduled = ['cohort', 'evaluation', 'bands', 'health', 'export'] as const;
const formatNames = Object.keys(formats) as Format[];

export const report = defineCommand({
  name: 'report',
  summary: 'Reports that tell of nobody: printed on the institution’s letterhead, now or by themselves',
  usage: [
    'report cohort [--unit <key>|--course <course>] [--term <key>|--from <day> --to <day>] [--least 5|10] --out <folder>',
    'report evaluation [--unit <key>] [--term <key>|--from <day> --to <day>] [--least 5|10] --out <folder>',
    'report schedule <name> cohort|evaluation|bands|health [--unit <key>|--course <course>] [--every <days>] [--format <format>]',
    'report schedule <name> export <id>',
    'report pause|resume|remove <name>',
    'report letterhead [--language en|de] [--logo <file>|--no-logo]',
    'report list',
  ],
  options: {
    unit: { type: 'string', value: 'key', about: 'A part of the institution; all of it unless told' },
    course: { type: 'string', value: 'course', about: 'One course' },
    term: { type: 'string', value: 'key', about: 'The weeks of a term' },
    from: { type: 'string', value: 'YYYY-MM-DD', about: 'A day of its first week; the first there is unless told' },
    to: { type: 'string', value: 'YYYY-MM-DD', about: 'A day of its last week; the last there is unless told' },
    least: { type: 'string', value: 'n', about: 'Fewer people than this are left out: 5 (unless told) or 10' },
    out: { type: 'string', value: 'folder', about: 'A new folder for its files' },
    every: { type: 'string', value: 'days', about: 'How often it comes out by itself; 7 unless told' },
    format: { type: 'string', value: 'format', about: `Of a table: ${formatNames.join(', ')}; csv unless told` },
    language: { type: 'string', value: 'language', about: `Of all reports: ${languages.join(' or ')}` },
    logo: { type: 'string', value: 'file', about: 'PNG or JPEG, at most a megabyte' },
    'no-logo': { type: 'boolean', about: 'Takes the logo away' },
  },
  examples: [
    'report cohort --unit bsc-data --term 2026-autumn --out autumn',
    'report evaluation --out year',
    'report schedule every-week cohort --unit bsc-data --every 7',
    'report letterhead --language de --logo logo.png',
  ],

  async run(context, { values, words }) {
    const least = oneOf('--least', values.least, ['5', '10'] as const) === '10' ? 10 : 5;
    const place = { ...values, least } as const;
    const [word, rest] = subcommand('report', words, [
      ...printedKinds,
      'schedule',
      'pause',
      'resume',
      'remove',
      'letterhead',
      'list',
    ]);
    const name = () => required('The name of the schedule', rest[0]);
    switch (word) {
      case 'cohort':
      case 'evaluation':
        await print(context, word, {
          ...place,
          from: day('--from', values.from),
          to: day('--to', values.to),
          out: required('--out', values.out),
        });
        break;
      case 'schedule':
        await schedule(context, name(), {
          ...place,
          kind: required('What comes out', oneOf('What comes out', rest[1], scheduled)),
          exportId: whole('The number of the export', rest[2]),
          everyDays: whole('--every', values.every) ?? 7,
          format: oneOf('--format', values.format, formatNames) ?? 'csv',
        });
        break;
      case 'letterhead':
        await letterhead(context, {
          language: oneOf('--language', values.language, languages),
          logo: values['no-logo'] === true ? null : values.logo,
        });
        break;
      case 'list':
        await schedules(context);
        break;
      default:
        await steer(context, name(), word);
    }
    return 0;
  },
});
