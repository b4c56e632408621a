import { once } from 'node:events';
import { connect as connectTo, createServer, type AddressInfo, type Socket } from 'node:net';

import type { Random } from '@kith/etl/simulate/random.ts';

import { Tally, type Outcome } from './outcome.ts';
import { disturb, type Undisturbed } from './repeat.ts';
import type { Stand } from './stand.ts';

/** The network between the load and its database breaks, and is there again for the same command. */
export async function cuts(
  stand: Stand,
  calm: Undisturbed,
  { times, random, tell }: { times: number; random: Random; tell: (line: string) => void },
): Promise<Outcome> {
  const tally = new Tally('connection cut between load and database');
  for (let time = 1; time <= times; time++) {
    tell(`cut ${time} of ${times}`);
    const proxy = await openProxy();
    await disturb(stand, calm, tally, {
      moment: random.unit(),
      url: ({ url }) => proxy.before(url),
      harm: () => proxy.cut(),
    }).finally(() => proxy.close());
  }
  return tally.outcome();
}

interface Proxy {
  /** The same URL by way of the proxy. */
  before(url: string): string;
  /** Ends every connection that is open, without a word to either side. */
  cut(): void;
  close(): void;
}

async function openProxy(): Promise<Proxy> {
  const open = new Set<Socket>();
  let target = { host: '', port: 0 };
  const server = createServer((near) => {
    const far = connectTo(target);
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(socket);
      socket.on('error', () => other.destroy());
      socket.on('close', () => {
        open.delete(socket);
        other.destroy();
      });
      socket.pipe(other);
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    before(url) {
      const through = new URL(url);
      target = { host: through.hostname, port: Number(through.port) };
      through.port = String(port);
      return through.href;
    },
    cut() {
      for (const socket of open) socket.resetAndDestroy();
    },
    close: () => void server.close(),
  };
}
