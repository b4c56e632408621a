import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** Another process that uses the embedded Postgres, as a second terminal would. */
export interface EmbeddedCommand {
  readonly url: string;
  readonly started: boolean;
  readonly pid: number;
  /** Lets it end by itself; resolves to its exit code. */
  readonly end: () => Promise<number | null>;
  /** kill -9. */
  readonly kill: () => Promise<void>;
}

/** What the other process runs. */
export const holdEmbedded = fileURLToPath(import.meta.resolve('./hold-embedded.ts'));

/** Starts the command and waits until it has its database. */
export async function embeddedCommand(dir: string, program = holdEmbedded): Promise<EmbeddedCommand> {
  const child = spawn(process.execPath, [program, dir], { stdio: ['pipe', 'pipe', 'pipe'] });
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const exit = once(child, 'exit') as Promise<[number | null]>;
  const line = await Promise.race([
    once(createInterface(child.stdout), 'line') as Promise<[string]>,
    exit.then(() => undefined),
  ]);
  if (!line) throw new Error(`The command ended without a database: ${errors}`);
  const { url, started } = JSON.parse(line[0]) as { url: string; started: boolean };
  return {
    url,
    started,
    pid: child.pid ?? 0,
    async end() {
      child.stdin.end();
      return (await exit)[0];
    },
    async kill() {
      child.kill('SIGKILL');
      await exit;
    },
  };
}

/** The process id of the cluster's server, as the server wrote it; undefined when none runs. */
export async function serverPid(home: string): Promise<number | undefined> {
  const text = await readFile(path.join(home, 'cluster', 'data', 'postmaster.pid'), 'utf8').catch(() => '');
  return Number(text.split('\n')[0]) || undefined;
}

/** Does a process of this number live? */
export function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
