import { UnreadableFile, type Context, type SourceFile } from '../../connector.ts';
import { parseLocal } from '../../formats/dates.ts';

/** The day of the session, YYYY-MM-DD, where something besides its rows tells: the option `date`, else the file's name. */
export function sessionDay(file: { readonly name: string }, { options }: Context): string | undefined {
  return options?.date ?? dayInName(file.name);
}

/** `report 2022-04-11.csv`, `2022_04_11`, `20220411`. */
export function dayInName(name: string): string | undefined {
  const [text] = /(?<!\d)20\d{2}([-_.]?)\d{2}\1\d{2}(?!\d)/.exec(name) ?? [];
  return text === undefined ? undefined : parseLocal(text.replaceAll('_', '-'), 'ymd')?.date;
}

export function noSessionDay(file: SourceFile): UnreadableFile {
  const hint = 'Put the day into the name of the file, for instance "class 2026-02-01.csv", and load it again.';
  return new UnreadableFile(
    'NO_SESSION_DATE',
    file.name,
    'Nothing in this file says on which day the meeting was.',
    hint,
  );
}

/**
 * Where only the day of a class is known, its session stands at noon: far from midnight in every zone near by, and not
 * in the night hours that count as out of reach for a learner.
 */
export function noonOf(day: string): string {
  return `${day}T12:00`;
}
