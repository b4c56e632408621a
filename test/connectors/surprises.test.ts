import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { type Connector, type SourceFile, UnreadableFile } from '@kith/etl/connector.ts';
import { detect } from '@kith/etl/detect.ts';
import { connectors } from '@kith/etl/extract/index.ts';
import { isObject } from '@kith/etl/formats/fields.ts';
import { sniffEncoding } from '@kith/etl/formats/encoding.ts';
import { openInput } from '@kith/etl/formats/source.ts';
import { fileOf } from '../support/bytes.ts';
import { contextOf, type Fixture, fixtures } from '../support/connector-fixtures.ts';

const registry: readonly Connector[] = connectors;
const news = 'kith_shoe_size';

/** Where a new name is no surprise, and why. */
const open: Readonly<Record<string, string>> = {
  caliper: 'the standard allows every thing extensions and new members',
  mapping: 'what of a table is read is said by the mapping; a shipped one lists the rest',
  xapi: 'the standard puts news into extensions; a member outside them is refused by the receiver',
};

/** Files that hold no names: prose, a manifest of names and values, a table without a header. */
const nameless = /zoom-chat|manifest\.csv|messages-without-header/;

async function textOf(file: SourceFile): Promise<string> {
  const bytes = Buffer.concat(await Array.fromAsync(file.open()));
  return new TextDecoder(sniffEncoding(bytes).encoding).decode(bytes);
}

/** The same file with a name more: a column, or a member of its largest object. Undefined: it has neither. */
function withNews(text: string): string | undefined {
  return /^\s*[[{]/.test(text) ? jsonWithNews(text) : tableWithNews(text);
}

function jsonWithNews(text: string): string | undefined {
  const parse = (part: string) => JSON.parse(part) as unknown;
  try {
    return JSON.stringify(injected(parse(text)));
  } catch {
    const [first = '', ...rest] = text.split('\n');
    try {
      return [JSON.stringify(injected(parse(first))), ...rest].join('\n');
    } catch {
      return undefined;
    }
  }
}

function injected(value: unknown): unknown {
  const all: object[] = [];
  const walk = (inner: unknown): void => {
    if (isObject(inner)) all.push(inner);
    if (isObject(inner) || Array.isArray(inner)) Object.values(inner).forEach(walk);
  };
  walk(value);
  const [largest] = all.sort((one, other) => Object.keys(other).length - Object.keys(one).length);
  if (largest) Object.assign(largest, { [news]: 41 });
  return value;
}

/** A line without what its quotes hold, delimiters among it. */
const unquoted = (line: string) => line.replaceAll(/"[^"]*"/g, 'x');

function tableWithNews(text: string): string | undefined {
  const lines = text.split(/\r?\n/);
  const cut = (line: string, delimiter: string) => unquoted(line).split(delimiter).length;
  const widest = (delimiter: string) => Math.max(...lines.map((line) => cut(line, delimiter)));
  const first = (delimiter: string) => cut(lines[0] ?? '', delimiter);
  const [delimiter = ','] = ['\t', ';', ','].sort(
    (one, other) => first(other) - first(one) || widest(other) - widest(one),
  );
  const widths = lines.map((line) => cut(line, delimiter));
  // A table begins with its header; what begins with a title or a few words about a meeting has it where it is widest.
  const filled = lines.map(
    (line) =>
      unquoted(line)
        .split(delimiter)
        .filter((cell) => cell.trim() !== '').length,
  );
  const header = filled[0]! > 3 ? 0 : filled.indexOf(Math.max(...filled));
  const width = widths[header]!;
  if (width < 2) return undefined;
  const added = (line: string, at: number) =>
    at < header || widths[at] !== width ? line : `${line}${delimiter}${at === header ? news : '41'}`;
  return lines.map(added).join('\n');
}

/** Everything a connector says of a load: refusals, reasons for leaving out, and what detection asks. */
async function said(connector: Connector, files: readonly SourceFile[], fixture: Fixture): Promise<string> {
  const input = { path: 'test', files };
  const words = (await detect(input, [connector])).flatMap(({ problems }) => problems);
  try {
    for await (const item of connector.extract(input, await contextOf(fixture))) {
      if ('reject' in item) words.push(item.reject.message, item.reject.field ?? '');
      if ('skipped' in item) words.push(item.skipped.reason);
    }
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    return `refused: ${news}`; // loud, whatever its words
  }
  return words.join('\n');
}

/** A file of which nothing is read, and which says so as a whole. */
async function isLeftOut(connector: Connector, fixture: Fixture, name: string, text: string): Promise<boolean> {
  if (name.endsWith('config.json')) return true; // Piazza's settings of the class page
  const input = await openInput([fixture.input]);
  const items = await Array.fromAsync(connector.extract(input, await contextOf(fixture)));
  const own = items.filter(({ ref }) => ref.file === name);
  return (
    text !== '' &&
    own.every(
      (item) =>
        ('skipped' in item && item.skipped.reason.includes('not read') && item.skipped.count !== 0) ||
        ('reject' in item && item.reject.code === 'UNKNOWN_SECTION'),
    )
  );
}

async function silentOn(connector: Connector): Promise<string[]> {
  const silent: string[] = [];
  for (const fixture of fixtures(connector.id).filter(({ errorCode }) => errorCode === undefined)) {
    const { files } = await openInput([fixture.input]);
    for (const file of files) {
      const name = `${connector.id}/${fixture.variant}: ${file.name}`;
      const changed = nameless.test(name) ? undefined : withNews(await textOf(file));
      if (changed === undefined) continue;
      const others = files.map((each) => (each === file ? fileOf(changed, file.name) : each));
      if ((await said(connector, others, fixture)).includes(news)) continue;
      if (!(await isLeftOut(connector, fixture, file.name, changed))) silent.push(name);
    }
  }
  return silent;
}

test.each(registry.filter(({ id }) => !(id in open)))(
  '$id names a column or field it does not know',
  async (connector) => {
    expect(await silentOn(connector)).toEqual([]);
  },
);

/** Codes that say which word of a list is not known. */
const words = new Set(['UNKNOWN_WORD', 'UNKNOWN_SECTION', 'UNKNOWN_TYPE', 'BAD_CHOICE', 'BAD_OUTCOME', 'BAD_VALUE']);

/** Sources whose words are all numbers, or where an unknown one is kept as it is. */
const wordless: Readonly<Record<string, string>> = {
  'moodle-forum': 'its cells are numbers, names and texts',
  udemy: 'it has no list of words',
  xapi: 'an unknown verb stays an activity with its own IRI; an operator names it in a table',
};

test.each(registry.filter(({ id }) => !(id in wordless)))(
  '$id shows by a fixture what it does with a word it does not know',
  ({ id }) => {
    const codes = fixtures(id)
      .filter(({ errorCode }) => errorCode === undefined)
      .flatMap(({ folder }) => JSON.parse(readFileSync(path.join(folder, 'expected.json'), 'utf8')) as Item[])
      .flatMap(({ reject }) => reject?.code ?? []);
    expect(codes.some((code) => words.has(code))).toBe(true);
  },
);

interface Item {
  readonly reject?: { readonly code: string };
}
