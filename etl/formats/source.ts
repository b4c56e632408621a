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

/** The first bytes of a file, for detection. */
export async function head(file: SourceFile, bytes: number = headBytes): Promise<Uint8Array> {
  const chunks = file.open()[Symbol.asyncIterator]();
  const first = await firstBytes(chunks, bytes);
  await chunks.return?.();
  return first.subarray(0, bytes);
}

async function filesAt(path: string): Promise<SourceFile[]> {
  const found = await stat(path).catch((error: unknown) => {
    throw unreachable(path, error);
  });
  if (!found.isDirectory()) return unpacked(await fileOnDisk(path, basename(path)));
  const files: SourceFile[] = [];
  for (const name of await namesBelow(path)) files.push(...(await unpacked(await fileOnDisk(join(path, name), name))));
  if (files.length > 0) return files;
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
async function unpacked(file: OnDisk): Promise<SourceFile[]> {
  const first = await head(file, 4);
  const inside = isZip(first) ? ((await zipFiles(file.name, file.openZip)) ?? [file]) : [file];
  return Promise.all(inside.map(async (each) => decompressed(each, await head(each, 4))));
}
