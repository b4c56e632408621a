import { spawn } from 'node:child_process';
import path from 'node:path';
import type { Check } from './checks.ts';

export interface Outcome {
  readonly check: Check;
  readonly ok: boolean;
  readonly seconds: number;
  /** What the program said, both streams in the order they came. */
  readonly output: string;
}

const root = path.join(import.meta.dirname, '../..');

/** Runs checks, `width` at a time, and hands each outcome over as it comes. */
export async function runAll(checks: readonly Check[], width: number, tell: (outcome: Outcome) => void): Promise<void> {
  const waiting = [...checks];
  const lane = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) tell(await run(check));
  };
  await Promise.all(Array.from({ length: width }, lane));
}

export async function run(check: Check): Promise<Outcome> {
  const start = performance.now();
  const { code, said } = await execute(check.command, path.join(root, check.in ?? ''));
  return { check, ok: code === 0, seconds: (performance.now() - start) / 1000, output: said };
}

/** A program of node_modules/.bin. Colours only where a person reads: NO_COLOR is kept for the rest. */
function execute(
  [program, ...args]: readonly [string, ...string[]],
  cwd: string,
): Promise<{ code: number; said: string }> {
  const bin = path.join(root, 'node_modules/.bin');
  const colour = process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' };
  const child = spawn(program, args, {
    cwd,
    env: { ...process.env, ...colour, PATH: `${bin}${path.delimiter}${process.env.PATH ?? ''}` },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  }
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ code: 1, said: `${program} does not start: ${error.message}\n` }));
    child.on('close', (code) => resolve({ code: code ?? 1, said }));
  });
}
