import { UnreadableFile, type SourceFile } from '../connector.ts';
import { arrayItems } from './json-array.ts';
import { decode, firstBytes, headBytes, headText } from './encoding.ts';
import { type JsonItem, parseItem } from './json-item.ts';
import { lineBlocks } from './lines.ts';

const maxObjectLength = 64 * 1024 * 1024;

export async function* jsonItems(file: SourceFile): AsyncGenerator<JsonItem> {
  for await (const block of jsonBlocks(file)) yield* block;
}

/**
 * Values of a JSON file in neighbouring blocks: one per line (NDJSON), the items of one top-level array, or the file
 * as one object. Decided from the first bytes. Constant memory for lines and arrays.
 */
export async function* jsonBlocks(file: SourceFile): AsyncGenerator<readonly JsonItem[]> {
  switch (await jsonShape(file)) {
    case 'array':
      yield* arrayItems(file);
      return;
    case 'object':
      yield [await wholeObject(file)];
      return;
    case 'lines':
      for await (const { first, texts } of lineBlocks(file)) {
        const items: JsonItem[] = [];
        for (let at = 0; at < texts.length; at++) {
          const raw = texts[at]!;
          if (raw !== '' && raw.trim() !== '') items.push(parseItem(first + at, raw));
        }
        yield items;
      }
  }
}

export type JsonShape = 'lines' | 'array' | 'object';

/** "object" only where the first line alone is no JSON and the second does not begin a new object in column 1. */
export function shapeOf(head: string): JsonShape {
  const text = head.trimStart();
  if (text.startsWith('[')) return 'array';
  const [first = '', second] = text.split(/\r?\n/, 2);
  if (second === undefined || isJson(first)) return 'lines';
  return second.startsWith('{') ? 'lines' : 'object';
}

async function jsonShape(file: SourceFile): Promise<JsonShape> {
  const chunks = file.open()[Symbol.asyncIterator]();
  const head = await firstBytes(chunks, headBytes);
  await chunks.return?.();
  return shapeOf(headText(head));
}

async function wholeObject(file: SourceFile): Promise<JsonItem> {
  let text = '';
  for await (const chunk of decode(file)) {
    text += chunk;
    if (text.length > maxObjectLength) {
      const hint = 'Export it as one object per line (NDJSON) or as an array.';
      throw new UnreadableFile('OBJECT_TOO_LARGE', file.name, 'The file is one JSON object of over 64 MB.', hint);
    }
  }
  return parseItem(1, text);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
