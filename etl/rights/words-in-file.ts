import type { SourceFile } from '../connector.ts';
import { decompressed } from '../formats/compressed.ts';
import type { OnDisk } from '../formats/disk.ts';
import { head } from '../formats/source.ts';
import { spooled } from '../formats/spool.ts';
import { everythingIn, isZip } from '../formats/zip.ts';

/** Archives within archives are opened so deep; deeper ones no connector reads either. */
const levels = 3;

/**
 * Whether one of the words stands in a file, in its name, or in anything that is packed in it: zip, gz, zst, Office
 * documents. What cannot be unpacked (damaged, with a password, a bomb) is read as it is.
 *
 * @param words as they are written; letter case does not matter
 */
export async function namesAnybody(file: OnDisk, words: readonly string[], depth = 0): Promise<boolean> {
  const wanted = words.map((word) => word.toLowerCase());
  if (await stands(file, wanted)) return true;
  const start = await head(file, 4).catch(() => new Uint8Array());
  if (isZip(start)) return depth < levels && (await standsPacked(file, wanted, depth));
  const inside = decompressed(file, start);
  return inside !== file && stands(inside, wanted);
}

async function standsPacked(file: OnDisk, wanted: readonly string[], depth: number): Promise<boolean> {
  for (const part of await everythingIn(file.name, file.openZip).catch(() => [])) {
    const start = await head(part, 4).catch(() => new Uint8Array());
    if (!isZip(start)) {
      if (await stands(decompressed(part, start), wanted)) return true;
      continue;
    }
    const inner = await spooled(part.open());
    try {
      if (await namesAnybody({ ...inner, name: part.name }, wanted, depth + 1)) return true;
    } finally {
      await inner.close();
    }
  }
  return false;
}

/** Reads piece by piece, as UTF-8 and as UTF-16; the end of each is read again with the next, for a word may lie across. */
async function stands(file: SourceFile, wanted: readonly string[]): Promise<boolean> {
  const overlap = Math.max(...wanted.map((word) => word.length));
  const readings = ['utf-8', 'utf-16le'].map((encoding) => ({ decoder: new TextDecoder(encoding), before: '' }));
  const holds = (text: string): boolean => wanted.some((word) => text.includes(word));
  if (holds(file.name.toLowerCase())) return true;
  try {
    for await (const piece of file.open()) {
      for (const reading of readings) {
        const text = reading.before + reading.decoder.decode(piece, { stream: true }).toLowerCase();
        if (holds(text)) return true;
        reading.before = text.slice(-overlap);
      }
    }
  } catch {
    return false; // damaged from here on
  }
  return false;
}
