import type { SourceFile } from '@kith/etl/connector.ts';

type Content = string | Uint8Array | Iterable<Uint8Array> | (() => Iterable<Uint8Array>);

/** A file made of the given pieces, for tests of what reads bytes. Text is UTF-8; a function is called for every reading. */
export function fileOf(content: Content, name = 'file.csv'): SourceFile {
  return {
    name,
    bytes: undefined,
    async *open() {
      if (typeof content === 'string') yield Buffer.from(content);
      else if (content instanceof Uint8Array) yield content;
      else yield* typeof content === 'function' ? content() : content;
    },
  };
}

/** The same bytes in pieces of `size`, as a slow pipe delivers them. */
export function inPieces(content: string | Uint8Array, size: number): Iterable<Uint8Array> {
  const bytes = Buffer.from(content);
  return Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) => bytes.subarray(at * size, (at + 1) * size));
}

export async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  return Array.fromAsync(items);
}
