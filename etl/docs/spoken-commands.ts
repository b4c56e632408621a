import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

import type { CommandWords } from './commands.ts';

const frontDoor = path.resolve(import.meta.dirname, '../../kith.ts');

/** The commands as `kith` itself tells them: only the front door knows them all, and nothing imports it. */
export async function spokenCommands(): Promise<CommandWords[]> {
  const { stdout } = await promisify(execFile)(process.execPath, [frontDoor, 'help', '--json']);
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as CommandWords);
}
