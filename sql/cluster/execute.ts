import { spawn } from 'node:child_process';

import type { ServerUser } from './server-user.ts';

/** Exit code (null when killed or not startable) and all that was printed. */
export interface Outcome {
  readonly code: number | null;
  readonly output: string;
}

/**
 * Runs one of the server's programs as the server's account. Only PATH is handed on: PGDATA, PGPORT and their like in
 * the caller's environment would lead the programs elsewhere.
 */
export function execute(program: string, options: string[], user: ServerUser | undefined): Promise<Outcome> {
  return new Promise((resolve) => {
    const env = { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' };
    const child = spawn(program, options, { ...user, cwd: '/', env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.on('error', (error) => resolve({ code: null, output: error.message }));
    const done = (code: number | null) => resolve({ code, output: output.trim() });
    child.on('close', done); // all output has been read
    // A server that pg_ctl leaves behind may hold the pipes open for as long as it lives: then we do not wait for them.
    child.on('exit', (code) => setTimeout(done, 1000, code).unref());
  });
}
