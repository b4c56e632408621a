import { type Connector, type SourceFile, UnreadableFile } from '@kith/etl/connector.ts';
import { contextOf, type Fixture } from '../support/connector-fixtures.ts';

/** What a load of these files would show a person, and what it would keep. */
export interface Outcome {
  /** Refusals with field and file, reasons for leaving out, why a file is refused as a whole. */
  readonly said: readonly string[];
  readonly isRefused: boolean;
  /** Records without what is measured of a text or worked out from all that stands in a row. */
  readonly records: string;
}

const measured = /"(?:words|chars|hasQuestion)":[^,}]+,?|"key":"[0-9a-f]{20,}",?/g;

export async function outcomeOf(
  connector: Connector,
  files: readonly SourceFile[],
  fixture: Fixture,
): Promise<Outcome> {
  const [said, records]: [string[], string[]] = [[], []];
  try {
    for await (const item of connector.extract({ path: 'test', files }, await contextOf(fixture))) {
      if ('record' in item) records.push(JSON.stringify(item.record).replaceAll(measured, ''));
      else if ('reject' in item) said.push([item.reject.message, item.reject.field, item.ref.file].join(' '));
      else said.push(item.skipped.reason);
    }
    return { said, isRefused: false, records: records.join('\n') };
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    return { said: [...said, error.message, error.hint, error.file], isRefused: true, records: '' };
  }
}

/** Whether anything that is shown names it. */
export function names({ said }: Outcome, what: string): boolean {
  return said.some((words) => words.toLowerCase().includes(what.toLowerCase()));
}

/** Whether something is said that was not said before, or once more than before. */
export function saysMore({ said }: Outcome, before: Outcome): boolean {
  const times = (all: readonly string[], words: string) => all.filter((each) => each === words).length;
  return said.some((words) => times(said, words) > times(before.said, words));
}
