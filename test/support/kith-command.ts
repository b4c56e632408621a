import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

import { testFolder } from './cluster.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** What a command said and how it ended. */
export interface Said {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
  /** The NDJSON of stdout. */
  readonly rows: readonly Record<string, unknown>[];
}

export interface KithOptions {
  /** The owner's URL of the database to work on. */
  readonly database?: string | undefined;
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string | Uint8Array;
  readonly cwd?: string;
  /** Run as this account, where the test is root. */
  readonly uid?: number;
}

/** Starts the real `kith` as a process of its own, as a terminal would. */
export function startKith(
  words: readonly string[],
  { database, env = {}, cwd = root, uid }: KithOptions = {},
): ChildProcess {
  return spawn(process.execPath, [path.join(root, 'kith.ts'), ...words], {
    cwd,
    ...(uid === undefined ? {} : { uid, gid: uid }),
    stdio: ['pipe', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH,
      KITH_DIR: testFolder, // the logins' passwords are those of the test cluster
      NODE_COMPILE_CACHE: path.join(testFolder, 'compiled'), // many commands, the same files
      ...(database === undefined ? {} : { DATABASE_URL: database }),
      ...env,
    },
  });
}

/** Runs the real `kith` to its end. */
export async function kith(words: readonly string[], options: KithOptions = {}): Promise<Said> {
  const child = startKith(words, options);
  const said = listen(child);
  child.stdin?.end(options.input ?? '');
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, ...said(), rows: rowsOf(said().out) };
}

/** Gathers what a command says; the function tells what it has said so far. */
export function listen(child: ChildProcess): () => { out: string; err: string } {
  let [out, err] = ['', ''];
  child.stdout?.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (err += chunk.toString()));
  child.stdin?.on('error', () => undefined); // a command that refuses its input at once closes it
  return () => ({ out, err });
}

/** Whole lines of NDJSON. */
export function rowsOf(out: string): Record<string, unknown>[] {
  const whole = out.slice(0, out.lastIndexOf('\n') + 1);
  return whole
    .split('\n')
    .flatMap((line) => (line.startsWith('{') ? [JSON.parse(line) as Record<string, unknown>] : []));
}
