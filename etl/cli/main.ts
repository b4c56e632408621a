import { parseArguments } from './arguments.ts';
import type { Command, CommandContext } from './command.ts';
import { helpOf, overview } from './help.ts';
import { nearest } from './nearest.ts';
import { outputTo } from './output.ts';
import { progressOn } from './progress.ts';
import type { Terminal } from './terminal.ts';
import { troubleOf, UsageError } from './trouble.ts';
import { workplace } from './workplace.ts';

/** How long a command may take to come to rest after Ctrl-C, in ms. */
const patience = 5000;

export interface Surroundings extends Terminal {
  readonly env: NodeJS.ProcessEnv;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
}

/** Runs one command line, without "kith"; resolves to the exit code. Says what went wrong on stderr, never with a stack. */
export async function main(
  commands: readonly Command[],
  argv: readonly string[],
  around: Surroundings,
): Promise<number> {
  const [name = 'help', ...rest] = argv;
  try {
    if (['help', '--help', '-h'].includes(name)) return help(commands, rest, around);
    const command = commandNamed(commands, name);
    if (rest.includes('--help') || rest.includes('-h')) return help(commands, [name, ...rest], around);
    return await runCommand(command, rest, around);
  } catch (error) {
    if (around.signal.aborted) {
      around.stderr.write('Stopped. Nothing was half-written.\n');
      return 130;
    }
    const { what, next, exit } = troubleOf(error);
    around.stderr.write(`kith: ${what}\n${next === undefined ? '' : `  next: ${next}\n`}`);
    if (around.env.KITH_DEBUG) around.stderr.write(`${error instanceof Error ? (error.stack ?? '') : ''}\n`);
    return exit;
  }
}

async function runCommand(command: Command, argv: readonly string[], around: Surroundings): Promise<number> {
  const args = parseArguments(command, argv);
  const { json = false, database, institution } = args.global;
  const place = workplace({ database, institution });
  const context: CommandContext = {
    ...place,
    database,
    out: outputTo(around, json),
    progress: (title) => progressOn(around.stderr, title),
    signal: around.signal,
    address: (around.env.KITH_URL ?? 'http://127.0.0.1:5484').replace(/\/+$/, ''),
  };
  try {
    return (await Promise.race([command.run(context, args), stopped(around.signal, command.patience)])) ?? 0;
  } finally {
    await place.close();
  }
}

/** Rejects some time after Ctrl-C, should the command not end by itself. */
function stopped(signal: AbortSignal, wait = patience): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => setTimeout(() => reject(new Error('stopped')), wait).unref());
  });
}

function commandNamed(commands: readonly Command[], name: string): Command {
  const command = commands.find((candidate) => candidate.name === name);
  if (command) return command;
  const meant = nearest(
    name,
    commands.map((candidate) => candidate.name),
  );
  throw new UsageError(
    `There is no command "${name}".`,
    meant === undefined
      ? '"kith help" lists the commands.'
      : `Did you mean "kith ${meant}"? "kith help" lists the commands.`,
  );
}

/** Text for people, one command or all; with --json one command a line, for what is made of them. */
function help(commands: readonly Command[], words: readonly string[], { stdout }: Terminal): number {
  const name = words.find((word) => !word.startsWith('-'));
  const command = name === undefined ? undefined : commandNamed(commands, name);
  if (words.includes('--json')) {
    for (const each of command ? [command] : commands) stdout.write(`${JSON.stringify(each)}\n`);
  } else stdout.write(`${command ? helpOf(command) : overview(commands)}\n`);
  return 0;
}
