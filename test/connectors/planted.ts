import type { SourceFile } from '@kith/etl/connector.ts';
import { csvRows, type Delimiter } from '@kith/etl/formats/csv.ts';
import { csvLine } from '@kith/etl/formats/csv-line.ts';
import { isObject } from '@kith/etl/formats/fields.ts';
import { sniffEncoding } from '@kith/etl/formats/encoding.ts';
import { fileOf } from '../support/bytes.ts';

/** A file with one thing in it that its connector has never heard of, and where that stands. */
export interface Planted {
  readonly place: string;
  readonly text: string;
}

export const newName = 'kith_shoe_size';
export const newWord = 'Zorblax';

export async function textOf(file: SourceFile): Promise<string> {
  const bytes = Buffer.concat(await Array.fromAsync(file.open()));
  return new TextDecoder(sniffEncoding(bytes).encoding).decode(bytes);
}

/** A name more in each kind of object of a JSON file; undefined where the text is none. */
export function namesInJson(text: string): Planted[] | undefined {
  const values = jsonValues(text);
  return (
    values &&
    plant(values, objectsIn, (object) => {
      object[newName] = 41;
      return () => Reflect.deleteProperty(object, newName);
    })
  );
}

/** Another word for each of the first words of each place of a JSON file. */
export function wordsInJson(text: string): Planted[] | undefined {
  const values = jsonValues(text);
  return (
    values &&
    plant(values, wordsIn, ({ object, name }) => {
      const was = object[name];
      object[name] = newWord;
      return () => (object[name] = was);
    })
  );
}

/** The same for the cells of a table, by the place of their column. */
export async function wordsInTable(text: string, escape: '"' | '\\'): Promise<Planted[]> {
  const [first = ''] = text.split(/\r?\n/, 1);
  const count = (delimiter: string) => first.split(delimiter).length;
  const [delimiter = ','] = (['\t', ';', ','] as const).toSorted((one, other) => count(other) - count(one));
  const rows = await rowsOf(text, delimiter, escape);
  const [header = []] = rows;
  const planted = new Map<string, Planted>();
  for (const [at, cells] of rows.entries()) {
    for (const [column, was] of at === 0 ? [] : cells.entries()) {
      const place = `${header[column] ?? column}=${was}`;
      if (!isWord(was) || planted.has(place) || timesOf(planted, `${header[column] ?? column}=`) >= 2) continue;
      const changed = rows.map((row, which) => (which === at ? row.with(column, newWord) : row));
      planted.set(place, { place, text: changed.map((row) => lineOf(row, delimiter, escape)).join('\n') });
    }
  }
  return [...planted.values()];
}

const isWord = (text: string) => /^[A-Za-z][\w .:/#-]{0,80}$/.test(text);
const timesOf = (planted: ReadonlyMap<string, unknown>, start: string) =>
  [...planted.keys()].filter((place) => place.startsWith(start)).length;

async function rowsOf(text: string, delimiter: Delimiter, escape: '"' | '\\'): Promise<string[][]> {
  const rows = csvRows(fileOf(text, 'x.csv'), { delimiter, escape, header: 'none', relaxQuotes: true });
  return (await Array.fromAsync(rows)).map(({ cells }) => [...cells]);
}

function lineOf(cells: readonly string[], delimiter: Delimiter, escape: '"' | '\\'): string {
  if (delimiter === ',' && escape === '"') return csvLine(cells);
  const quoted = (cell: string) =>
    `"${cell.replaceAll(/["\\]/g, (sign) => (sign === '"' ? `${escape}"` : escape === '\\' ? '\\\\' : sign))}"`;
  return cells.map((cell) => (/["\r\n]/.test(cell) || cell.includes(delimiter) ? quoted(cell) : cell)).join(delimiter);
}

/** The values of a JSON file; a line that is broken stays as it is. */
function jsonValues(text: string): Line[] | undefined {
  if (!/^\s*[[{]/.test(text)) return undefined;
  const whole = parsed(text);
  if ('value' in whole) return [whole];
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const values = lines.map(parsed);
  return values.some((line) => 'value' in line) ? values : undefined;
}

interface Line {
  readonly text: string;
  readonly value?: unknown;
}

function parsed(text: string): Line {
  try {
    return { text, value: JSON.parse(text) as unknown };
  } catch {
    return { text };
  }
}

const written = (lines: readonly Line[]) =>
  lines.map((line) => ('value' in line ? JSON.stringify(line.value) : line.text)).join('\n');

function plant<Spot>(
  lines: readonly Line[],
  spotsIn: (value: unknown) => Iterable<readonly [place: string, spot: Spot]>,
  change: (spot: Spot) => () => void,
): Planted[] {
  const planted = new Map<string, Planted>();
  for (const { value } of lines) {
    for (const [place, spot] of spotsIn(value)) {
      if (planted.has(place)) continue;
      const undo = change(spot);
      planted.set(place, { place, text: written(lines) });
      undo();
    }
  }
  return [...planted.values()];
}

type Fields = Record<string, unknown>;

/** Numbers and ids among the names of objects are one place. */
const step = (place: string, name: string) => `${place}.${/\d|-.*-/.test(name) ? '*' : name}`;

function* objectsIn(value: unknown, place = ''): Generator<[string, Fields]> {
  if (Array.isArray(value)) for (const inner of value) yield* objectsIn(inner, `${place}[]`);
  if (!isObject(value)) return;
  yield [place, value];
  for (const [name, inner] of Object.entries(value)) yield* objectsIn(inner, step(place, name));
}

function* wordsIn(value: unknown): Generator<[string, { object: Fields; name: string }]> {
  const counts = new Map<string, number>();
  for (const [place, object] of objectsIn(value)) {
    for (const [name, was] of Object.entries(object)) {
      const at = `${step(place, name)}=${String(was)}`;
      const key = step(place, name);
      if (typeof was !== 'string' || !isWord(was) || (counts.get(key) ?? 0) >= 2) continue;
      counts.set(key, (counts.get(key) ?? 0) + 1);
      yield [at, { object, name }];
    }
  }
}
