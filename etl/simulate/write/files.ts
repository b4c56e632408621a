import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** The folder a simulation is written to, and what has been written there. */
export interface Files {
  readonly written: readonly string[];
  write(name: string, content: string | Uint8Array): Promise<void>;
  /** Full path for whoever writes the file itself. Its folder exists then. */
  open(name: string): Promise<string>;
}

/** The last file written: a folder that holds it is a simulation and may be written over. */
export const planFile = 'ingest.json';

/** Empties what an earlier simulation left. Throws on a folder that holds anything else. */
export async function filesIn(out: string): Promise<Files> {
  await mkdir(out, { recursive: true });
  const before = await readdir(out);
  if (before.length > 0 && !before.includes(planFile)) {
    throw new Error(`${out} is not empty and holds no simulation. Name a new or an empty folder.`);
  }
  for (const name of before) await rm(path.join(out, name), { recursive: true });

  const written: string[] = [];
  const open = async (name: string) => {
    const file = path.join(out, name);
    await mkdir(path.dirname(file), { recursive: true });
    written.push(name);
    return file;
  };
  return {
    written,
    open,
    async write(name, content) {
      await writeFile(await open(name), content);
    },
  };
}
