import { UnreadableFile, type Extracted, type SourceInput } from '../../connector.ts';
import { rowsOf } from './rows.ts';
import type { Table } from './tables.ts';

const needed = ['orgs', 'academicSessions', 'courses', 'classes', 'users', 'roles', 'enrollments'];

/**
 * The lines of the manifest, each passed over with what it says: a load takes its mode from the person, and this is
 * where they can see that a table holds changes only.
 *
 * The manifest promises tables; one that is missing would look, in a full load, as if everybody in it had left. Throws
 * UnreadableFile MISSING_TABLE.
 */
export async function* manifestLines(
  manifest: Table,
  tables: readonly Table[],
  input: SourceInput,
): AsyncGenerator<Extracted> {
  const lines: Extracted[] = [];
  const missing: string[] = [];
  for await (const row of rowsOf(manifest)) {
    const [property, value = 'absent'] = [row.cell('propertyName'), row.cell('value')];
    const name = property?.startsWith('file.') ? property.slice('file.'.length) : undefined;
    const isPromised = name !== undefined && value !== 'absent';
    if (isPromised && needed.includes(name) && !tables.some((table) => table.name === name))
      missing.push(`${name}.csv`);
    lines.push(row.skip(isPromised ? `the manifest says that ${name} is ${value}` : 'a line of the manifest'));
  }
  if (missing.length > 0) {
    const hint = 'Load the whole folder or zip, or export it again.';
    const message = `The manifest promises ${missing.join(', ')}, which cannot be found.`;
    throw new UnreadableFile('MISSING_TABLE', input.path, message, hint);
  }
  yield* lines;
}
