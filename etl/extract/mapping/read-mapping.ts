import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Document, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { UnreadableFile } from '../../connector.ts';
import { Mapping } from './mapping-file.ts';

const shippedFolder = path.resolve(import.meta.dirname, '../mappings');

/** A shipped mapping by its name (`dlt1`), or one's own by its path. Throws UnreadableFile: NO_SUCH_MAPPING, BAD_MAPPING. */
export async function readMapping(nameOrPath: string): Promise<Mapping> {
  const shipped = shippedMappings().find(({ id }) => id === nameOrPath);
  if (shipped) return shipped;
  const text = await readFile(nameOrPath, 'utf8').catch(() => {
    const known = shippedMappings().map(({ id }) => id);
    const hint = `Name a file, or a mapping that comes with Kith: ${known.join(', ')}.`;
    throw new UnreadableFile('NO_SUCH_MAPPING', nameOrPath, 'There is no such mapping.', hint);
  });
  return parseMapping(text, nameOrPath);
}

let shipped: readonly Mapping[] | undefined;

/** The mappings that come with Kith, in the order of their names. */
export function shippedMappings(): readonly Mapping[] {
  shipped ??= readdirSync(shippedFolder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => parseMapping(readFileSync(path.join(shippedFolder, name), 'utf8'), name));
  return shipped;
}

/** Checks the text of a mapping file. The error names the file, the line and the place in the YAML. */
export function parseMapping(text: string, name: string): Mapping {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false });
  const [fault] = document.errors;
  if (fault) {
    throw badMapping(name, `It is not YAML: ${fault.message}.`, lineCounter.linePos(fault.pos[0]).line);
  }
  const { success, data, error } = Mapping.safeParse(document.toJS());
  if (success) return data;
  throw badMapping(name, ...firstIssue(error.issues, document, lineCounter));
}

function firstIssue(issues: readonly z.core.$ZodIssue[], document: Document, lines: LineCounter): [string, number] {
  const issue = issues[0]!;
  const more = issues.length > 1 ? ` (and ${issues.length - 1} more)` : '';
  const place = issue.path.map(String).join('.');
  return [`${place === '' ? 'The file' : place}: ${issue.message}${more}.`, lineOf(issue.path, document, lines)];
}

/** The line of the place, or of the nearest thing around it that is there. */
function lineOf(place: readonly PropertyKey[], document: Document, lines: LineCounter): number {
  for (let depth = place.length; depth > 0; depth--) {
    const node = document.getIn(place.slice(0, depth), true) as { range?: readonly number[] } | undefined;
    if (node?.range) return lines.linePos(node.range[0]!).line;
  }
  return 1;
}

function badMapping(name: string, message: string, line: number): UnreadableFile {
  const hint = `Mend line ${line} of the mapping; the ones in etl/extract/mappings show how it is written.`;
  return new UnreadableFile('BAD_MAPPING', name, message, hint, line);
}
