import path from 'node:path';

import { openCluster, superuser, type Cluster } from './cluster/cluster.ts';
import { placeOf } from './cluster/place.ts';
import { enter, leave, usersOf, type Presence } from './cluster/presence.ts';
import type { Settings } from './cluster/settings.ts';

/** A running embedded Postgres, held open by this process until `stop`. */
export interface Embedded {
  /** The superuser's URL of the maintenance database `postgres`, on 127.0.0.1. */
  readonly url: string;
  /** True when this call started the server, false when it found it running. */
  readonly started: boolean;
  /** Number of commands that use the cluster now, this one included. */
  readonly users: () => Promise<number>;
  /** Leaves the cluster; the last one to leave stops the server. */
  readonly stop: () => Promise<void>;
}

/**
 * Starts the real Postgres of a Kith folder, or attaches to it when it runs already: commands share it, whichever came
 * first, and a server that outlived a killed command is found again. The first start makes the cluster.
 *
 *     const { url, stop } = await startEmbedded('.kith');
 *
 * @param settings server settings on top of Kith's own; they count only for the command that starts the server
 * @throws Error with a sentence that says what to do, when no server can be run here
 */
export async function startEmbedded(dir: string, settings: Settings = {}): Promise<Embedded> {
  const cluster = await openCluster(await placeOf(path.resolve(dir)));
  const hold = await holdOpen(cluster, settings);
  return {
    url: `postgres://${superuser}:${cluster.password}@127.0.0.1:${hold.first.port}/postgres`,
    started: hold.first.started,
    users: () => usersOf(hold.now()),
    stop: hold.release,
  };
}

/** Stays in the cluster until released: should the server be killed, it is started again, on its old port. */
async function holdOpen(cluster: Cluster, settings: Settings) {
  let released: Promise<void> | undefined;
  let coming = enter(cluster, settings);
  const first = await coming;
  let now = first;

  const watch = (presence: Presence) => {
    now = presence;
    presence.client.once('end', () => {
      if (released) return;
      coming = enter(cluster, settings);
      coming.then(watch, () => undefined); // queries fail meanwhile and say so; nothing to add here
    });
  };
  watch(first);

  const release = () => (released ??= coming.then((presence) => leave(cluster, presence)));
  return { first, now: () => now, release };
}
