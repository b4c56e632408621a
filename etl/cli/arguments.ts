import { parseArgs } from 'node:util';

import type { Arguments, Command, Options } from './command.ts';
import { nearest } from './nearest.ts';
import { UsageError } from './trouble.ts';

/** Options that every command understands. */
export const globalOptions = {
  json: { type: 'boolean', about: 'One JSON object a line, also on a terminal' },
  institution: { type: 'string', value: 'name', about: 'The institution, where there are several' },
  database: { type: 'string', value: 'name', about: 'Another database on the same server, such as kith_demo' },
  help: { type: 'boolean', short: 'h', about: 'How the command is written' },
} as const satisfies Options;

export interface Parsed extends Arguments {
  readonly global: Arguments<typeof globalOptions>['values'];
}

/** Reads what stands after the command's name. Throws {@link UsageError} that names the word and, where one is near, what was meant. */
export function parseArguments(command: Command, argv: readonly string[]): Parsed {
  const options = { ...command.options, ...globalOptions };
  try {
    const { values, positionals } = parseArgs({ args: [...argv], options, allowPositionals: true, strict: true });
    // parseArgs cannot know the types of options it is given as a record; each is what its `type` says.
    return { values: values as Parsed['values'], words: positionals, global: values };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') throw unknownOption(command, argv, Object.keys(options));
    if (error instanceof Error && typeof code === 'string' && code.startsWith('ERR_PARSE_ARGS')) {
      throw new UsageError(firstSentence(error.message), usageOf(command));
    }
    throw error;
  }
}

export const usageOf = (command: Command): string =>
  `${command.usage.map((line) => `kith ${line}`).join('\n        ')}\n        (kith ${command.name} --help says more)`;

function unknownOption(command: Command, argv: readonly string[], known: readonly string[]): UsageError {
  const names = argv.filter((word) => word.startsWith('--')).map((word) => word.slice(2).split('=')[0] ?? '');
  const unknown =
    names.find((name) => !known.includes(name)) ?? argv.find((word) => /^-[^-]/.test(word))?.slice(1) ?? '';
  const meant = nearest(unknown, known);
  const dashes = unknown.length === 1 ? '-' : '--';
  return new UsageError(
    `"kith ${command.name}" knows no option ${dashes}${unknown}.${meant === undefined ? '' : ` Did you mean --${meant}?`}`,
    usageOf(command),
  );
}

const firstSentence = (message: string): string => `${message.split(/\.\s|\n/)[0] ?? message}.`.replace(/\.\.$/, '.');
