import type { Dropped } from './send-file.ts';

/** What somebody dropped: files as they are, folders with everything below them. */
export async function droppedFiles(transfer: DataTransfer): Promise<Dropped[]> {
  // Asked for at once: the list is empty after the first await.
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  if (entries.length === 0) return chosenFiles(transfer.files);
  return (await Promise.all(entries.map((entry) => below(entry, '')))).flat();
}

/** What somebody chose; of a folder with the paths below it. */
export const chosenFiles = (files: FileList | null): Dropped[] =>
  [...(files ?? [])].map((file) => ({
    file,
    path: file.webkitRelativePath === '' ? file.name : file.webkitRelativePath,
  }));

async function below(entry: FileSystemEntry, folder: string): Promise<Dropped[]> {
  const path = folder + entry.name;
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject));
    return [{ path, file }];
  }
  const children = await everything((entry as FileSystemDirectoryEntry).createReader());
  return (await Promise.all(children.map((child) => below(child, `${path}/`)))).flat();
}

/** A reader gives a hundred entries at a time, and none when it is through. */
async function everything(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> {
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return all;
    all.push(...some);
  }
}
