import type { SecretKey } from '@kith/sql/secret-key.ts';
import { once } from 'node:events';
import path from 'node:path';

import { readEnvironment } from '@kith/sql/environment.ts';

import type { SendDigest } from '../digest/send-due.ts';
import type { SendInvitation } from '../pulse/send-invitations.ts';
import { startWorker } from '../jobs/worker.ts';
import type { CommandContext } from './command.ts';
import { buildPages, pagesAreStale } from './pages.ts';
import { Failure } from './trouble.ts';
import { whole } from './values.ts';

/** What the front door lends to `up` and `demo`: the ETL knows no API. */
export interface Lent {
  readonly startServer: (options: {
    readonly appUrl: string;
    readonly secretKey: SecretKey;
    readonly host: string;
    readonly port: number;
    readonly quiet: boolean;
    readonly drainSeconds: number;
    /** Where files dropped on the data page lie until they are loaded. */
    readonly spool: string;
    /** Where watched folders lie. */
    readonly inbox: string | undefined;
    /** Where the worker leaves exports. */
    readonly exports: string;
    /** Where the worker leaves reports. */
    readonly reports: string;
  }) => Promise<{
    readonly url: string;
    readonly sendDigest: SendDigest | undefined;
    readonly sendInvitation: SendInvitation | undefined;
    close(): Promise<void>;
  }>;
  /** The project's folder. */
  readonly root: string;
}

export const servingOptions = {
  port: { type: 'string', value: 'n', about: '5484 unless told; 0 takes any free one' },
  host: { type: 'string', value: 'address', about: 'Where to listen; only this machine (127.0.0.1) unless told' },
  verbose: { type: 'boolean', about: 'Log every request' },
  drain: {
    type: 'string',
    value: 'seconds',
    about: 'How long /readyz says no before Kith ends, for a balancer; 0 unless told',
  },
} as const;

export interface Served {
  readonly url: string;
  /** Serves until Ctrl-C, then closes everything in order. */
  untilStopped(): Promise<void>;
}

/** The pages, the API, and whoever computes what loads have touched, in one process and on one port. */
export async function serve(
  context: CommandContext,
  { startServer, root }: Lent,
  values: {
    readonly port?: string | undefined;
    readonly host?: string | undefined;
    readonly verbose?: boolean | undefined;
    readonly drain?: string | undefined;
  },
): Promise<Served> {
  const port = whole('--port', values.port, 0) ?? 5484;
  const host = values.host ?? '127.0.0.1';
  if (await pagesAreStale(root)) await buildPages(root, context.progress('Building the pages'));
  const ground = await context.ground();
  const secretKey = await ground.secretKey();
  const { dir, inbox, outbox } = readEnvironment();
  const spool = path.join(dir, 'spool');
  const options = {
    appUrl: ground.url('app'),
    secretKey,
    host,
    port,
    quiet: values.verbose !== true,
    spool,
    inbox,
    exports: path.join(dir, 'exports'),
    reports: path.join(dir, 'reports'),
    drainSeconds: whole('--drain', values.drain, 0) ?? 0,
  };
  const server = await startServer(options).catch((error: unknown) => {
    throw portTrouble(error, host, port) ?? error;
  });
  const worker = await startWorker({
    jobsUrl: ground.url('jobs'),
    db: await context.db(),
    secretKey,
    spool,
    inbox: { root: inbox },
    outbox,
    sendDigest: server.sendDigest,
    sendInvitation: server.sendInvitation,
    tell: (text) => context.out.warn(text),
  });
  return {
    url: server.url,
    async untilStopped() {
      if (!context.signal.aborted) await once(context.signal, 'abort');
      await Promise.all([worker.stop(), server.close()]);
    },
  };
}

function portTrouble(error: unknown, host: string, port: number): Failure | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') {
    return new Failure(
      `Port ${port} is taken by another program, perhaps another "kith up".`,
      `Stop it, or choose: --port ${port + 1}`,
    );
  }
  if (code === 'EACCES')
    return new Failure(`This account may not listen on port ${port}.`, 'Ports from 1024 up need no rights.');
  if (code === 'EADDRNOTAVAIL')
    return new Failure(`This machine has no address ${host}.`, '--host 127.0.0.1, or 0.0.0.0 for all.');
  return undefined;
}
