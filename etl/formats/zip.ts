import { type Entry, type ZipFile, validateFileName } from 'yauzl';
import { UnreadableFile, type SourceFile } from '../connector.ts';
import { type ArchiveLimits, archiveLimits, isBomb } from './archive-limits.ts';
import { bomb, brokenArchive } from './compressed.ts';

/** Opens the same archive anew; every read of an entry has its own handle and closes it. */
export type OpenZip = () => Promise<ZipFile>;

export function isZip(head: Uint8Array): boolean {
  return head[0] === 0x50 && head[1] === 0x4b && (head[2] === 3 || head[2] === 5);
}

/** Files an operating system leaves behind; no export holds them on purpose. */
export function isJunk(path: string): boolean {
  return /(^|\/)(__MACOSX(\/|$)|\._|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/.test(path);
}

/**
 * The files of a zip, in the order of their names. Undefined for an Office workbook, which is a zip but one document.
 * An archive with a path that leads outside, a link, a password or the marks of a bomb is refused whole.
 */
export async function zipFiles(
  name: string,
  openZip: OpenZip,
  limits: ArchiveLimits = archiveLimits,
): Promise<SourceFile[] | undefined> {
  const entries = await listed(name, openZip, limits);
  if (entries.some((entry) => entry.fileName === '[Content_Types].xml')) return undefined;
  return asFiles(name, entries, openZip);
}

/** The same, of an Office workbook too: for whoever looks for words and not for tables. */
export const everythingIn = async (name: string, openZip: OpenZip): Promise<SourceFile[]> =>
  asFiles(name, await listed(name, openZip, archiveLimits), openZip);

function asFiles(name: string, entries: readonly Entry[], openZip: OpenZip): SourceFile[] {
  const files = entries.filter((entry) => !entry.fileName.endsWith('/') && !isJunk(entry.fileName));
  if (files.length === 0) {
    throw new UnreadableFile('EMPTY_FOLDER', name, 'The archive holds no files.', 'Export it again.');
  }
  return files
    .sort((a, b) => (a.fileName < b.fileName ? -1 : 1))
    .map((entry) => ({
      name: entry.fileName,
      bytes: entry.uncompressedSize,
      open: () => bytesOf(name, entry, openZip),
    }));
}

async function listed(name: string, openZip: OpenZip, limits: ArchiveLimits): Promise<Entry[]> {
  const zip = await openZip().catch((error: unknown) => {
    throw refusal(name, error);
  });
  const entries: Entry[] = [];
  let packed = 0;
  let unpacked = 0;
  try {
    if (zip.entryCount > limits.entries) throw bomb(name);
    for await (const entry of zip.eachEntry()) {
      refuseHostile(name, entry);
      packed += entry.compressedSize;
      unpacked += entry.uncompressedSize;
      if (isBomb(entry.compressedSize, entry.uncompressedSize, limits) || isBomb(packed, unpacked, limits)) {
        throw bomb(name);
      }
      entries.push(entry);
    }
  } catch (error) {
    throw refusal(name, error);
  } finally {
    zip.close();
  }
  return entries;
}

/** yauzl refuses more bytes than the entry declares, so the checks on declared sizes hold while reading. */
async function* bytesOf(name: string, entry: Entry, openZip: OpenZip): AsyncGenerator<Uint8Array> {
  const zip = await openZip();
  try {
    yield* await zip.openReadStreamPromise(entry);
  } catch (error) {
    throw refusal(`${name}: ${entry.fileName}`, error);
  } finally {
    zip.close();
  }
}

function refuseHostile(name: string, entry: Entry): void {
  const unixMode = entry.externalFileAttributes >>> 16;
  const isLink = (unixMode & 0o170000) === 0o120000;
  if (isLink || validateFileName(entry.fileName) !== null) throw hostilePath(name);
  if (entry.isEncrypted()) {
    const hint = 'Unpack it with its password and load the files.';
    throw new UnreadableFile('ENCRYPTED_ARCHIVE', name, 'The archive is protected by a password.', hint);
  }
}

function refusal(name: string, error: unknown): UnreadableFile {
  if (error instanceof UnreadableFile) return error;
  const text = error instanceof Error ? error.message : '';
  return /relative path|absolute path|invalid characters/.test(text) ? hostilePath(name) : brokenArchive(name);
}

function hostilePath(name: string): UnreadableFile {
  const message = 'The archive holds a link or a path that leads outside of it.';
  return new UnreadableFile('HOSTILE_ARCHIVE', name, message, 'Do not use it; ask where it comes from.');
}
