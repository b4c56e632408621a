import { UnreadableFile, type SourceFile } from '../connector.ts';
import { decode, type Encoding } from './encoding.ts';

/** Neighbouring lines in one go: one step of an async iterator per row would cost more than the row. */
export interface LineBlock {
  /** Number of the first line; counts from 1. */
  readonly first: number;
  readonly texts: readonly string[];
}

export interface LineOptions {
  readonly encoding?: Encoding | undefined;
  /** Characters after which a line is no line any more. */
  readonly maxLength?: number | undefined;
}

export const maxLineLength = 16 * 1024 * 1024;

/** Lines of a text file with \n, \r\n or, where the file knows no \n, bare \r line ends. Blank lines are kept. */
export async function* lineBlocks(file: SourceFile, options: LineOptions = {}): AsyncGenerator<LineBlock> {
  const limit = options.maxLength ?? maxLineLength;
  let end: '\n' | '\r' | undefined;
  let first = 1;
  let open = '';
  for await (const chunk of decode(file, options.encoding)) {
    end ??= !chunk.includes('\n') && chunk.includes('\r') ? '\r' : '\n';
    const texts = chunk.split(end);
    texts[0] = open + texts[0]!;
    open = texts.pop()!;
    if (texts.length > 0) {
      for (let at = 0; at < texts.length; at++) {
        const text = texts[at]!;
        if (text.length > limit) throw lineTooLong(file, first + at, limit);
        if (text.charCodeAt(text.length - 1) === 13) texts[at] = text.slice(0, -1);
      }
      yield { first, texts };
      first += texts.length;
    }
    if (open.length > limit) throw lineTooLong(file, first, limit);
  }
  if (open !== '') yield { first, texts: [open.endsWith('\r') ? open.slice(0, -1) : open] };
}

export async function* lines(
  file: SourceFile,
  options: LineOptions = {},
): AsyncGenerator<{ line: number; text: string }> {
  for await (const { first, texts } of lineBlocks(file, options)) {
    for (let at = 0; at < texts.length; at++) yield { line: first + at, text: texts[at]! };
  }
}

export function lineTooLong(file: SourceFile, line: number, limit: number): UnreadableFile {
  const message = `Line ${line} is longer than ${Math.round(limit / 1024 / 1024)} MB; no row is.`;
  const hint = 'The file is damaged or has lost its line ends. Export it again.';
  return new UnreadableFile('LINE_TOO_LONG', file.name, message, hint, line);
}
