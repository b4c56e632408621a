import { globalOptions } from './arguments.ts';
import type { Command, Options } from './command.ts';

/** All commands, one line each. */
export function overview(commands: readonly Command[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  return [
    'Kith notices who is alone in an online course while there is still time.',
    '',
    'Usage: kith <command> [options]',
    '',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    '',
    'kith <command> --help says how a command is written. kith demo shows Kith at work.',
  ].join('\n');
}

/** Everything about one command. */
export function helpOf({ name, summary, usage, options, examples }: Command): string {
  return [
    `kith ${name}: ${summary}`,
    '',
    ...usage.map((line, index) => `${index === 0 ? 'Usage: ' : '       '}kith ${line}`),
    ...(Object.keys(options).length === 0 ? [] : ['', 'Options:', ...optionLines(options)]),
    '',
    'Everywhere:',
    ...optionLines(globalOptions),
    ...(examples.length === 0 ? [] : ['', 'Examples:', ...examples.map((line) => `  kith ${line}`)]),
  ].join('\n');
}

function optionLines(options: Options): string[] {
  const lines = Object.entries(options).map(([name, { short, value, multiple, about }]) => {
    const written = `${short === undefined ? '' : `-${short}, `}--${name}${value === undefined ? '' : ` <${value}>`}`;
    return [multiple === true ? `${written} …` : written, about] as const;
  });
  const width = Math.max(...lines.map(([written]) => written.length));
  return lines.map(([written, about]) => `  ${written.padEnd(width)}  ${about}`);
}
