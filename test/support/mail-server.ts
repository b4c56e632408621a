import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';

export interface TakenMail {
  readonly to: readonly string[];
  /** Headers and text, as they came over the wire. */
  readonly message: string;
}

/** A real mail server that keeps what it takes. Addresses that begin with `refused.` it does not take. */
export async function mailServer() {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'smtp-process.ts')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const taken: TakenMail[] = [];
  const lines = createInterface({ input: child.stdout });
  const [first] = (await once(lines, 'line')) as [string];
  lines.on('line', (line: string) => taken.push(JSON.parse(line) as TakenMail));
  return {
    url: `smtp://127.0.0.1:${String((JSON.parse(first) as { port: number }).port)}`,
    taken,
    async next(): Promise<TakenMail> {
      while (taken.length === 0) await sleep(20);
      return taken.shift()!;
    },
    async stop() {
      child.kill();
      await once(child, 'exit');
    },
  };
}
