import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { UnreadableFile, type SourceFile, type SourceInput } from '../connector.ts';
import { decompressed } from './compressed.ts';
import { fileOnDisk, type OnDisk, unreachable } from './disk.ts';
import { firstBytes, headBytes } from './encoding.ts';
import { isJunk, isZip, zipFiles } from './zip.ts';
import { spooled } from './spool.ts';

/**
 * What the person pointed at, taken apart: files, folders (sorted, all levels), zip, gz and zst archives, or `-` for
 * standard input. Files are opened only when they are read, and may be opened more than once.
 */
export async function openInput(paths: readonly string[] | '-'): Promise<SourceInput> {
  if (paths === '-') return { path: 'standard input', files: await unpacked(await spooled(process.stdin)) };
  const files: SourceFile[] = [];
  for (const path of paths) files.push(...(await filesAt(path)));
  return { path: paths.join(' '), files };
}

/**
 * The same, but each archive is an input of its own, because it was packed as one, and what cannot be opened is a trouble
 * and not the end: for whoever takes a mixed heap apart. The loose files come first, as one input.
 */
export async function openHeap(paths: readonly string[]): Promise<Heap> {
  const [loose, inputs, troubles]: [SourceFile[], SourceInput[], UnreadableFile[]] = [[], [], []];
  for (const path of paths) {
    for (const { place, name } of await placesAt(path)) {
      try {
        const { archive, files } = await opened(await fileOnDisk(place, name));
        if (archive) inputs.push({ path: name, files });
        else loose.push(...files);
      } catch (error) {
        if (!(error instanceof UnreadableFile)) throw error;
        troubles.push(error);
      }
    }
  }
  return { inputs: loose.length > 0 ? [{ path: '', files: loose }, ...inputs] : inputs, troubles };
}

/** What {@link openHeap} found. */
export interface Heap {
  /** `path` is the archive's name; empty for the loose files. */
  readonly inputs: readonly SourceInput[];
  readonly troubles: readonly UnreadableFile[];
}

/** The first bytes of a file, for detection. */
export async function head(file: SourceFile, bytes: number = headBytes): Promise<Uint8Array> {
  const chunks = file.open()[Symbol.asyncIterator]();
  const first = await firstBytes(chunks, bytes);
  await chunks.return?.();
  return first.subarray(0, bytes);
}

async function filesAt(path: string): Promise<SourceFile[]> {
  const files: SourceFile[] = [];
  for (const { place, name } of await placesAt(path)) files.push(...(await unpacked(await fileOnDisk(place, name))));
  return files;
}

/** The file of that path, or the files below the folder, with the names that messages use. */
async function placesAt(path: string): Promise<{ readonly place: string; readonly name: string }[]> {
  const found = await stat(path).catch((error: unknown) => {
    throw unreachable(path, error);
  });
  if (!found.isDirectory()) return [{ place: path, name: basename(path) }];
  const names = await namesBelow(path);
  if (names.length > 0) return names.map((name) => ({ place: join(path, name), name }));
  throw new UnreadableFile('EMPTY_FOLDER', path, 'The folder holds no files.', 'Point at the folder with the export.');
}

/** Names of the files below a folder, sorted, without what the operating system left there. Linked folders are left out. */
async function namesBelow(folder: string, below = ''): Promise<string[]> {
  const entries = await readdir(join(folder, below), { withFileTypes: true }).catch((error: unknown) => {
    throw unreachable(join(folder, below), error);
  });
  const names: string[] = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const name = below === '' ? entry.name : `${below}/${entry.name}`;
    if (isJunk(name)) continue;
    if (entry.isDirectory()) names.push(...(await namesBelow(folder, name)));
    else if (entry.isFile() || (entry.isSymbolicLink() && (await isFile(join(folder, name))))) names.push(name);
  }
  return names;
}

async function isFile(path: string): Promise<boolean> {
  return (
    await stat(path).catch((error: unknown) => {
      throw unreachable(path, error);
    })
  ).isFile();
}

/** Archives are known by their first bytes, not by their names. An archive inside an archive stays packed. */
const unpacked = async (file: OnDisk): Promise<readonly SourceFile[]> => (await opened(file)).files;

/** An Office workbook is a zip and no archive. */
async function opened(file: OnDisk): Promise<{ readonly archive: boolean; readonly files: readonly SourceFile[] }> {
  const inside = isZip(await head(file, 4)) ? await zipFiles(file.name, file.openZip) : undefined;
  const files = await Promise.all((inside ?? [file]).map(async (each) => decompressed(each, await head(each, 4))));
  return { archive: inside !== undefined, files };
}
