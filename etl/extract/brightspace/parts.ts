import type { PartOnly, SourceFile } from '../../connector.ts';
import { isJson } from '../../formats/json-head.ts';
import { detectTable, type TableSource } from '../../formats/read-tables.ts';
import { head } from '../../formats/source.ts';

const letters = (text: string) => text.replaceAll(/[^a-z]/gi, '').toLowerCase();

/**
 * A full data set and a differential one have the same columns; only their names tell them apart. What is called
 * "Differential" is no whole, and neither is, for all anybody knows, a data set that has lost its name.
 */
export async function changesIn<Batch>(
  source: TableSource<Batch>,
  files: readonly SourceFile[],
): Promise<PartOnly | undefined> {
  for (const file of files) {
    const name = file.name.split('/').at(-1) ?? '';
    if (/diff/i.test(name)) return { file: file.name, message: 'A differential data set holds changes only.' };
    const bytes = await head(file);
    if (isJson(bytes)) return { file: file.name, message: 'An answer of the REST interface holds one topic only.' };
    const isNamed = source.tables.some((table) => letters(name).startsWith(letters(table.name)));
    if (!isNamed && detectTable(source, { bytes })) {
      const message =
        'It has the name of no data set, so nobody can say whether it is a full one or holds changes only.';
      return { file: file.name, message };
    }
  }
  return undefined;
}
