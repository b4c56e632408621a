import { type Context, type Extracted, type RowRef, type SourceFile, UnreadableFile } from '../connector.ts';

/**
 * Ends a file with UNKNOWN_FIELD where a table or an item has names that nobody knows, unless the person looked at them
 * and said `--option ignore=<name>,<name>`: its format has changed, and silence could lose a kind of fact.
 */
export function refuseUnknown(
  names: readonly string[],
  { name: kind }: { readonly name: string },
  { file, line }: RowRef,
  { options }: Pick<Context, 'options'>,
): void {
  if (names.length === 0) return;
  const ignored = ignoredNames({ options });
  const left = names.filter((name) => !ignored.has(lastPart(name)));
  if (left.length === 0) return;
  const shown = left.slice(0, 12).map((name) => name.slice(0, 80));
  const message = `${shown.map((name) => `"${name}"`).join(', ')} in ${kind} is not known: the export has changed since this connector was written.`;
  const hint = `Report it; to load the file without it, say --option ignore=${shown.join(',')}.`;
  throw new UnreadableFile('UNKNOWN_FIELD', file, message, hint, line);
}

/**
 * Names what is there and not read, where anybody may add something: questions of a form, settings of a forum, days of
 * a register, and all that is translated. It counts no row.
 */
export function* notRead(names: readonly string[], ref: RowRef, what = 'columns'): Generator<Extracted> {
  if (names.length === 0) return;
  const shown = names.slice(0, 20).map((name) => `"${name.slice(0, 80)}"`);
  yield { skipped: { reason: `${what} that are not read: ${shown.join(', ')}`, count: 0 }, ref };
}

/** Names a file that lies among others and of which nothing is read. It counts as one row. */
export function leftOut({ name }: Pick<SourceFile, 'name'>, why: string): Extracted {
  return { skipped: { reason: `${why}: "${name.slice(-120)}"` }, ref: { file: name, line: 1 } };
}

/** Names a person said to ignore. `who.mood` is ignored as `mood`, wherever it stands. */
export function ignoredNames({ options }: Pick<Context, 'options'>): ReadonlySet<string> {
  return new Set(options?.ignore?.split(',').map((name) => lastPart(name.trim())));
}

function lastPart(name: string): string {
  return name.replace(/^.*\./, '');
}
