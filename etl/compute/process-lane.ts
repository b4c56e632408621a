import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setPriority } from 'node:os';
import { execArgv } from 'node:process';
import { poolOf, type Db } from '@kith/sql/connect.ts';
import type { Extent } from './compute-course.ts';
import type { Lane } from './lane.ts';
import type { Answer } from './lane-process.ts';

/**
 * What a course is computed from and comes to fits in it. With Node's own 16 MB a tenth of the time goes into moving what
 * is thrown away a moment later.
 */
const youngMemory = '--max-semi-space-size=64';

/**
 * In a process of its own, with a connection of its own, below the others in priority: pages come first. Should it end,
 * the course it had in hand fails and the next one gets a new process.
 */
export function processLane(db: Db, now: Date, extent: Extent): Lane {
  const url = poolOf(db).options.connectionString;
  let running: ChildProcess | undefined;
  const process = (): ChildProcess => {
    if (running?.connected === true) return running;
    running = fork(new URL('./lane-process.ts', import.meta.url), {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      execArgv: [...execArgv, youngMemory],
    });
    if (running.pid !== undefined) setPriority(running.pid, 5);
    running.send({ url, now: now.toISOString(), extent });
    return running;
  };
  return {
    async compute(course) {
      const child = process();
      const ended = new AbortController();
      try {
        const answered = once(child, 'message', { signal: ended.signal }) as Promise<[Answer]>;
        const died = once(child, 'exit', { signal: ended.signal }).then(() => undefined);
        child.send({ course });
        const answer = (await Promise.race([answered, died]))?.[0];
        if (answer === undefined) throw new Error('The process that computed it ended before it was done.');
        if ('error' in answer) throw new Error(answer.error);
        return answer.weeks;
      } finally {
        ended.abort();
      }
    },
    end: () => {
      if (running?.connected === true) running.disconnect();
    },
  };
}
