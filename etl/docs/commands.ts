import { globalOptions } from '../cli/arguments.ts';
import type { Command, Options } from '../cli/command.ts';
import { code, page, plain, table } from './markdown.ts';

/** What a command says about itself. */
export type CommandWords = Omit<Command, 'run'>;

/** docs/reference/commands.md: every command of the front door. */
export const commandsPage = (commands: readonly CommandWords[]): string =>
  page(
    'Commands',
    'In the order in which an institution meets them. `kith <command> --help` says the same on a terminal.',
    table(
      ['command', 'does'],
      commands.map(({ name, summary }) => [`[${code(`kith ${name}`)}](#kith-${name})`, plain(summary)]),
    ),
    '## Options of every command',
    optionTable(globalOptions),
    ...commands.map(section),
  );

function section({ name, summary, usage, options, examples }: CommandWords): string {
  return [
    `## kith ${name}`,
    `${plain(summary)}.`,
    fenced(usage),
    ...(Object.keys(options).length === 0 ? [] : [optionTable(options)]),
    ...(examples.length === 0 ? [] : ['Examples:', fenced(examples)]),
  ].join('\n\n');
}

const fenced = (lines: readonly string[]): string =>
  ['```sh', ...lines.map((line) => `kith ${line}`), '```'].join('\n');

function optionTable(options: Options): string {
  return table(
    ['option', 'meaning'],
    Object.entries(options).map(([name, { short, value, multiple = false, about }]) => {
      const written = `${short === undefined ? '' : `-${short}, `}--${name}${value === undefined ? '' : ` <${value}>`}`;
      return [code(multiple ? `${written} …` : written), plain(about)];
    }),
  );
}
