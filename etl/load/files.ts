import { createHash } from 'node:crypto';

import type { SourceFile, SourceInput } from '../connector.ts';

/** Names one file of a load for good: the same bytes are the same file. */
export interface FileMark {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** Size and SHA-256 of every file, in the order of the input. Reads each once. */
export async function markFiles(input: SourceInput): Promise<FileMark[]> {
  const marks: FileMark[] = [];
  for (const file of input.files) marks.push(await mark(file));
  return marks;
}

async function mark(file: SourceFile): Promise<FileMark> {
  const sha256 = createHash('sha256');
  let bytes = 0;
  for await (const piece of file.open()) {
    sha256.update(piece);
    bytes += piece.byteLength;
  }
  return { name: file.name, bytes, sha256: sha256.digest('hex') };
}
