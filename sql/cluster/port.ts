import { randomInt } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';

import type { Cluster } from './cluster.ts';
import { writeOwned } from './owned-file.ts';

/** The cluster's port: chosen once and kept, so that open pages and tools find it again; another when it is taken. */
export async function choosePort(cluster: Pick<Cluster, 'folder' | 'user'>): Promise<number> {
  const kept = await keptPort(cluster);
  if (kept !== undefined && (await isFree(kept))) return kept;
  for (let attempt = 0; attempt < 50; attempt++) {
    const port = randomInt(20_000, 32_000); // below the range from which systems lend ports to outgoing connections
    if (!(await isFree(port))) continue;
    await writeOwned(fileOf(cluster), String(port), cluster.user);
    return port;
  }
  throw new Error('No free port between 20000 and 32000 on 127.0.0.1.');
}

const fileOf = ({ folder }: Pick<Cluster, 'folder'>) => path.join(folder, 'port');

/** The port of the last start; undefined before the first. */
export async function keptPort(cluster: Pick<Cluster, 'folder'>): Promise<number | undefined> {
  return Number(await readFile(fileOf(cluster), 'utf8').catch(() => '0')) || undefined;
}

/** Can a server listen there now? */
export const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
