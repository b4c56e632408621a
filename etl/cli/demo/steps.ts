import type { CommandContext } from '../command.ts';
import type { Progress } from '../progress.ts';

/** Runs a part of a long work under its own progress line, then says how long it took. */
export type Step = <T>(name: string, work: (line: Progress) => Promise<T>) => Promise<T>;

export const stepsOf =
  ({ out, progress }: Pick<CommandContext, 'out' | 'progress'>): Step =>
  async (name, work) => {
    const started = performance.now();
    const line = progress(name);
    try {
      return await work(line);
    } finally {
      line.end();
      out.say(`  ${name.padEnd(20)} ${((performance.now() - started) / 1000).toFixed(1).padStart(6)} s`);
    }
  };
