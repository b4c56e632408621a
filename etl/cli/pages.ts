import { spawn } from 'node:child_process';
import { readdir, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';

import type { Progress } from './progress.ts';
import { Failure } from './trouble.ts';

/** What the pages are built from, below the project's folder. */
const sources = [
  'dashboard/src',
  'dashboard/messages',
  'dashboard/static',
  'dashboard/vite.config.ts',
  'dashboard/package.json',
  'api/contract',
];

/** Whether the pages were never built, or a source of theirs is newer. */
export async function pagesAreStale(root: string): Promise<boolean> {
  const built = await newest(path.join(root, 'dashboard/build/handler.js'));
  const changed = Math.max(...(await Promise.all(sources.map((source) => newest(path.join(root, source))))));
  return built < changed;
}

/** Throws {@link Failure} with the end of what the build said. */
export async function buildPages(root: string, line: Progress): Promise<void> {
  const started = Date.now();
  const ticking = setInterval(() => line.update(Math.round((Date.now() - started) / 1000), undefined, 'seconds'), 500);
  const { code, said } = await build(path.join(root, 'dashboard')).finally(() => clearInterval(ticking));
  line.end();
  if (code === 0) return;
  const end = said.trim().split('\n').slice(-12).join('\n');
  throw new Failure(`The pages could not be built:\n${end}`, 'npm ci, then npm run build');
}

/** Time of the newest file at or below a path, in ms; 0 where there is none. */
async function newest(place: string): Promise<number> {
  const found = await stat(place).catch(() => undefined);
  if (!found) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  const names = await readdir(place);
  return Math.max(0, ...(await Promise.all(names.map((name) => newest(path.join(place, name))))));
}

async function build(dashboard: string): Promise<{ code: number | null; said: string }> {
  const vite = path.dirname(createRequire(path.join(dashboard, 'package.json')).resolve('vite/package.json'));
  const child = spawn(process.execPath, [path.join(vite, 'bin/vite.js'), 'build'], {
    cwd: dashboard,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ code: null, said: error.message }));
    child.on('close', (code) => resolve({ code, said }));
  });
}
