import { UnreadableFile, type Context, type SourceFile } from '../../connector.ts';

/** The four questions of the belonging pulse (reference/indicators S36), by words that stand in each. */
const questions: readonly (readonly [item: string, pattern: RegExp])[] = [
  ['connected', /feel connected to people in this course/i],
  ['mine', /this course is partly mine/i],
  ['someone_to_ask', /know someone here i could ask/i],
  ['can_say', /can say what i do not understand/i],
];
const consentQuestion = /staff may see my answer/i;

/** Where each item stands, and where the learner says that staff may see the answer. */
export interface Columns {
  readonly items: ReadonlyMap<number, string>;
  readonly consent: number | undefined;
}

/** Columns by what the person said, else by the words of the question, in the header or the row below it. Throws UnreadableFile: MISSING_COLUMN, BAD_OPTION. */
export function pulseColumns(
  file: SourceFile,
  names: readonly string[],
  texts: readonly string[],
  { options }: Context,
): Columns {
  const items = new Map<number, string>();
  for (const pair of options?.items?.split(',') ?? []) {
    const [name = '', item = ''] = pair.split(':').map((part) => part.trim());
    items.set(columnNamed(file, names, name), item === '' ? name : item);
  }
  if (items.size === 0) {
    for (const [at, name] of names.entries()) {
      const item = questions.find(([, pattern]) => pattern.test(name) || pattern.test(texts[at] ?? ''))?.[0];
      if (item !== undefined) items.set(at, item);
    }
  }
  if (items.size === 0) {
    const hint = `Say --option items=<column>:connected,…; the columns are: ${names.join(', ')}.`;
    throw new UnreadableFile('MISSING_COLUMN', file.name, 'No column asks a question of the belonging pulse.', hint, 1);
  }
  const said = options?.consent;
  const found = names.findIndex((name, at) => consentQuestion.test(name) || consentQuestion.test(texts[at] ?? ''));
  return { items, consent: said === undefined ? (found < 0 ? undefined : found) : columnNamed(file, names, said) };
}

function columnNamed(file: SourceFile, names: readonly string[], wanted: string): number {
  const at = names.findIndex((name) => name.trim().toLowerCase() === wanted.toLowerCase());
  if (at >= 0) return at;
  throw new UnreadableFile(
    'BAD_OPTION',
    file.name,
    `There is no column "${wanted}".`,
    `Columns found: ${names.join(', ')}.`,
    1,
  );
}

const words: ReadonlyMap<string, number> = new Map([
  ['strongly disagree', 1],
  ['disagree', 2],
  ['somewhat disagree', 2],
  ['neither agree nor disagree', 3],
  ['neutral', 3],
  ['undecided', 3],
  ['somewhat agree', 4],
  ['agree', 4],
  ['strongly agree', 5],
]);

/** 1 to 5. Undefined: not answered. `unknown`: neither a number of the scale nor a word of agreement. */
export function agreement(text: string): number | 'unknown' | undefined {
  const plain = text.trim().toLowerCase();
  if (plain === '' || plain === 'n/a' || plain === '-99') return undefined;
  const [, digit] = /^([1-5])(?:\b.*)?$/.exec(plain) ?? [];
  return digit === undefined ? (words.get(plain) ?? 'unknown') : Number(digit);
}

export function isYes(text: string): boolean {
  return /^(?:yes|y|1|true|agree|i agree|on)\b/i.test(text.trim());
}
