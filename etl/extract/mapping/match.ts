import { type Context, type SourceFile, type SourceInput, UnreadableFile } from '../../connector.ts';
import { detectDelimiter } from '../../formats/csv.ts';
import { headText, refuseNoText } from '../../formats/encoding.ts';
import { headRows } from '../../formats/head-rows.ts';
import { head } from '../../formats/source.ts';
import { refuseUnknown } from '../../formats/surprise.ts';
import type { Mapping, Section } from './mapping-file.ts';
import type { Matched } from './section-rows.ts';
import { filler } from './template.ts';

export type Laid = Matched | { readonly file: SourceFile; readonly section: undefined };

/** Every file with the section it belongs to. A file that is no table has none; a table without one fails the batch. */
export async function matched({ files }: SourceInput, mapping: Mapping, context: Context): Promise<Laid[]> {
  return Promise.all(files.map(async (file) => laid(file, await head(file), files.length === 1, mapping, context)));
}

/** The section with the most columns of those whose columns are all in the header. */
export function sectionFor(bytes: Uint8Array, { files }: Mapping): Section | undefined {
  const header = headerOf(bytes);
  const fitting = files.filter(({ columns }) => columns.every((column) => header.includes(column)));
  return fitting.sort((a, b) => b.columns.length - a.columns.length)[0];
}

function laid(file: SourceFile, bytes: Uint8Array, alone: boolean, mapping: Mapping, context: Context): Laid {
  if (!alone && !/\.(csv|tsv|txt|dat)$/i.test(file.name)) return { file, section: undefined };
  refuseNoText(file, bytes);
  const section = sectionFor(bytes, mapping);
  if (section) {
    const fillers = section.records.map((template) => filler(template, mapping));
    const unnamed = unnamedColumns(section, fillers, headerOf(bytes));
    // A mapping that lists what it does not read knows its table; one that does not was written for a few columns of it.
    if (section.unread) refuseUnknown(unnamed, { name: `the ${section.name}` }, { file: file.name, line: 1 }, context);
    return { file, section, fillers, unnamed: section.unread ? [] : unnamed };
  }
  const found = headerOf(bytes).map((name) => `"${name}"`);
  const wanted = mapping.files.map(({ name, columns }) => `${name} (${columns.join(', ')})`);
  throw new UnreadableFile(
    'UNKNOWN_TABLE',
    file.name,
    `Its columns fit no file of the mapping "${mapping.id}".`,
    `Columns found: ${found.join(', ')}. The mapping knows ${wanted.join('; ')}.`,
    1,
  );
}

function unnamedColumns(
  { columns, unread = [], skip }: Section,
  fillers: Matched['fillers'],
  header: readonly string[],
): string[] {
  const read = [...columns, ...skip.map(({ when }) => when.column), ...fillers.flatMap((each) => each.columns)];
  const named = new Set([...read, ...unread]);
  return header.filter((column) => column !== '' && !named.has(column));
}

function headerOf(bytes: Uint8Array): string[] {
  return headRows(bytes, detectDelimiter(headText(bytes)), 1)[0] ?? [];
}
