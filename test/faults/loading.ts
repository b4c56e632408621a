import { once } from 'node:events';
import type { ChildProcess } from 'node:child_process';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { sql } from 'kysely';

import { listen, startKith, type Said } from '../support/kith-command.ts';
import type { Stand, Tables } from './stand.ts';

export interface Loading {
  readonly child: ChildProcess;
  readonly ended: Promise<Omit<Said, 'rows'>>;
}

/** The command that is repeated: the real one, in a process of its own. */
export function startLoad(
  stand: Pick<Stand, 'folder'>,
  file: string,
  { url, env = {} }: { url: string; env?: Readonly<Record<string, string>> },
): Loading {
  const words = ['ingest', 'native', file, '--source', 'faults', '--timezone', 'UTC', '--no-compute', '--json'];
  const compiled = path.join(stand.folder, 'compiled');
  const child = startKith(words, {
    database: url,
    env: { KITH_DIR: stand.folder, NODE_COMPILE_CACHE: compiled, ...env },
  });
  child.stdin?.end();
  const said = listen(child);
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, ...said() }));
  return { child, ended };
}

/** What a load was doing, as its run tells. */
export type Where =
  | 'before it began'
  | 'while the first rows were read'
  | 'between two chunks of rows'
  | 'while it was checked or merged'
  | 'when it was visible already';

/** Where the newest load stands; `items`: how many a whole one stages. */
export async function whereIs({ db }: Tables, items: number): Promise<Where> {
  const { rows } = await sql<{ state: string; position: number }>`
    select state, position from ops.run order by run_id desc limit 1`.execute(db);
  const [run] = rows;
  if (run === undefined) return 'before it began';
  if (run.state !== 'loading') return 'when it was visible already';
  if (run.position === 0) return 'while the first rows were read';
  return run.position < items ? 'between two chunks of rows' : 'while it was checked or merged';
}

/** Waits until the load has begun its run, or is over. */
export async function begun({ db }: Tables, { ended }: Loading): Promise<void> {
  const over = ended.then(() => true);
  for (;;) {
    const { rows } = await sql`select from ops.run limit 1`.execute(db);
    if (rows.length > 0 || (await Promise.race([over, sleep(10, false)]))) return;
  }
}

/** What a person reads of it: the lines of stderr, without the progress. */
export const sayings = ({ err }: Pick<Said, 'err'>): string =>
  err
    .split(/[\r\n]+/)
    .filter((line) => /^kith: |^ {2}next: /.test(line))
    .map((line) => line.trim())
    .join(' ');
