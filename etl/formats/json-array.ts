import { UnreadableFile, type SourceFile } from '../connector.ts';
import { decode } from './encoding.ts';
import { type JsonItem, parseItem } from './json-item.ts';
import { maxLineLength } from './lines.ts';

/**
 * The items of one top-level JSON array. Finds where each item ends and leaves the parsing to JSON.parse, so that a
 * broken item is one broken item, its line and text are known, and nothing larger than an item is held.
 */
export async function* arrayItems(file: SourceFile): AsyncGenerator<readonly JsonItem[]> {
  const splitter = new ArraySplitter(file);
  for await (const chunk of decode(file)) {
    const items = splitter.push(chunk);
    if (items.length > 0) yield items;
  }
  splitter.end();
}

const structure = /["\\[\]{},\n]/g;

class ArraySplitter {
  readonly #file: SourceFile;
  #text = '';
  /** Where the open item begins in #text, and how far #text has been looked at. */
  #start = 0;
  #seen = 0;
  #depth = 0;
  #inString = false;
  #line = 1;
  #startLine = 1;

  constructor(file: SourceFile) {
    this.#file = file;
  }

  push(chunk: string): JsonItem[] {
    const items: JsonItem[] = [];
    this.#text = this.#text.slice(this.#start) + chunk;
    this.#seen -= this.#start;
    this.#start = 0;
    structure.lastIndex = this.#seen;
    for (let match = structure.exec(this.#text); match; match = structure.exec(this.#text)) {
      const at = match.index;
      const sign = match[0];
      if (sign === '\n') this.#line++;
      else if (this.#inString) {
        if (sign === '"') this.#inString = false;
        else if (sign === '\\') {
          if (at + 1 === this.#text.length) {
            this.#seen = at; // what the backslash escapes is in the next chunk
            return items;
          }
          structure.lastIndex = at + 2;
        }
      } else if (sign === '"') this.#inString = true;
      else if (sign === '[' || sign === '{') this.#open(at);
      else if (sign === ']' || sign === '}') this.#close(at, items);
      else if (this.#depth === 1) this.#finish(at, items);
    }
    this.#seen = this.#text.length;
    if (this.#text.length - this.#start > maxLineLength) throw this.#damaged('ITEM_TOO_LONG', 'is longer than 16 MB');
    return items;
  }

  end(): void {
    if (this.#depth > 0) throw this.#damaged('TRUNCATED_JSON', 'is cut off: the list that begins the file never ends');
  }

  #open(at: number): void {
    if (this.#depth === 0) {
      this.#start = at + 1;
      this.#startLine = this.#line;
    }
    this.#depth++;
  }

  #close(at: number, items: JsonItem[]): void {
    if (this.#depth === 0) throw this.#damaged('BROKEN_JSON', 'closes a bracket that was never opened');
    if (this.#depth === 1) this.#finish(at, items);
    this.#depth--;
  }

  /** An item ends before the comma or bracket at `at`. Its line is the one of its first character. */
  #finish(at: number, items: JsonItem[]): void {
    const raw = this.#text.slice(this.#start, at);
    const trimmed = raw.trimStart();
    if (trimmed !== '') {
      const leading = raw.slice(0, raw.length - trimmed.length).split('\n').length - 1;
      items.push(parseItem(this.#startLine + leading, trimmed.trimEnd()));
    }
    this.#start = at + 1;
    this.#startLine = this.#line;
  }

  #damaged(code: string, what: string): UnreadableFile {
    const message = `The item that begins at line ${this.#startLine} ${what}.`;
    return new UnreadableFile(code, this.#file.name, message, 'Export the file again.', this.#startLine);
  }
}
