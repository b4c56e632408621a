import { nearest } from './nearest.ts';
import { UsageError } from './trouble.ts';

/** The first word after the command, of those it knows: `kith unit add`. Without any word the last of them: `list`. */
export function subcommand<const Word extends string>(
  command: string,
  [word, ...rest]: readonly string[],
  known: readonly [...Word[], 'list'],
): [word: Word | 'list', rest: readonly string[]] {
  if (word === undefined) return ['list', []];
  const found = known.find((each) => each === word);
  if (found !== undefined) return [found, rest];
  const meant = nearest(word, known);
  throw new UsageError(
    `"kith ${command}" knows no "${word}".${meant === undefined ? '' : ` Did you mean "kith ${command} ${meant}"?`}`,
    known.map((each) => `kith ${command} ${each}`).join(', '),
  );
}
