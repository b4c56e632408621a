import { access, constants, mkdir, stat, statfs } from 'node:fs/promises';
import path from 'node:path';

import { binariesFor, installed, missingLinks } from '../cluster/binaries.ts';
import { placeOf } from '../cluster/place.ts';
import { isAlive, readPostmaster } from '../cluster/postmaster.ts';
import { keptPort, isFree } from '../cluster/port.ts';
import { look, unwell, well, type Finding } from './finding.ts';

export const nodeVersion = (version = process.versions.node): Finding =>
  Number(version.split('.')[0]) >= 24
    ? well(`Node ${version} runs Kith.`)
    : unwell(
        `Node ${version} is too old: Kith needs 24.`,
        'Run "npm ci" and start Kith with "npx kith" or "npm run demo", which use the Node it brings.',
      );

export const folderWritable = (dir: string): Promise<Finding> =>
  look(`The folder ${dir}`, async () => {
    await mkdir(dir, { recursive: true });
    await access(dir, constants.W_OK | constants.X_OK);
    return well(`Kith can write its folder ${dir}.`);
  });

const gigabyte = 2 ** 30;

export const diskFree = (dir: string): Promise<Finding> =>
  look('Free disk space', async () => {
    const { bavail, bsize } = await statfs(dir);
    const free = `${((bavail * bsize) / gigabyte).toFixed(1)} GB are free on the disk of ${dir}.`;
    return bavail * bsize > 2 * gigabyte
      ? well(free)
      : unwell(free, 'Free at least 2 GB; a full disk stops the database.');
  });

/** Secrets that others on this machine could read. */
export const secretsPrivate = (dir: string): Promise<Finding> =>
  look('The passwords of the logins', async () => {
    const file = path.join(dir, 'logins.json');
    const found = await stat(file).catch(() => undefined);
    if (!found || (found.mode & 0o077) === 0 || process.platform === 'win32')
      return well('Passwords are readable by their owner alone.');
    return unwell(`${file} can be read by other accounts.`, `Run: chmod 600 ${file}`);
  });

export const binariesPresent = (): Promise<Finding> =>
  look('The Postgres that Kith brings', async () => {
    const { native, version } = installed();
    const missing = await missingLinks(native);
    if (missing.length === 0) return well(`Postgres ${version} is installed, with its library links.`);
    return unwell(
      `${missing.length} library links of Postgres ${version} are missing.`,
      'Run "npm rebuild", or any Kith command with the right to write node_modules.',
    );
  });

export const binariesRun = (dir: string): Promise<Finding> =>
  look('The account of the database server', async () => {
    const { home, user } = await placeOf(dir);
    const { folder } = await binariesFor(user);
    const account = user === undefined ? 'this account' : `account ${user.uid} (Postgres does not run as root)`;
    return well(`The database server runs as ${account}, from ${folder}, with its data in ${home}.`);
  });

export const clusterState = (dir: string): Promise<Finding> =>
  look('The database cluster', async () => {
    const { home } = await placeOf(dir);
    const cluster = { folder: path.join(home, 'cluster'), data: path.join(home, 'cluster', 'data') };
    if (!(await stat(cluster.folder).catch(() => undefined)))
      return well('There is no cluster yet; the first command makes it.');
    const running = await readPostmaster(cluster);
    if (running && isAlive(cluster, running)) return well(`The database server runs on 127.0.0.1:${running.port}.`);
    if (running) return well('The database server was killed; the next command starts it and it recovers by itself.');
    const port = await keptPort(cluster);
    if (port !== undefined && !(await isFree(port)))
      return well(`The database server is stopped; port ${port} is taken, so it will choose another.`);
    return well('The database server is stopped; commands start it when they need it.');
  });
