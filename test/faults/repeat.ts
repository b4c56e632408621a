import { setTimeout as sleep } from 'node:timers/promises';

import { canonical, differences, type Canonical } from './canonical.ts';
import { begun, sayings, startLoad, whereIs, type Loading } from './loading.ts';
import type { Material } from './material.ts';
import type { Tally } from './outcome.ts';
import type { Stand, Tables } from './stand.ts';

/** An undisturbed load: what must be in the tables at the end, and how long it took. */
export interface Undisturbed {
  readonly material: Material;
  readonly tables: Canonical;
  /** From the first sign of the run to the end of the command. */
  readonly loadMs: number;
  /** Items a whole load stages. */
  readonly items: number;
}

export async function undisturbed(stand: Stand, material: Material): Promise<Undisturbed> {
  const tables = await stand.fresh();
  const loading = startLoad(stand, material.file, tables);
  await begun(tables, loading);
  const started = performance.now();
  const { code, err } = await loading.ended;
  const loadMs = performance.now() - started;
  if (code !== 0) throw new Error(`The undisturbed load ended with ${code}: ${err}`);
  const { position } = await tables.db.selectFrom('ops.run').select('position').executeTakeFirstOrThrow();
  const found = { material, tables: await canonical(tables), loadMs, items: position };
  await tables.drop();
  return found;
}

/** How one load is disturbed. */
export interface Disturbance {
  /** A random moment of the load, 0..1. */
  readonly moment: number;
  readonly url?: (tables: Tables) => string;
  readonly env?: Readonly<Record<string, string>>;
  /** Does the harm. */
  readonly harm: (loading: Loading, tables: Tables) => Promise<void> | void;
  /** Makes good what a person would have to make good: starts the server, makes room. */
  readonly mend?: () => Promise<void>;
  /** Tables that may differ. */
  readonly except?: readonly string[];
}

/** Disturbs a load, gives the same command again, and says where it was and how the tables differ from an undisturbed one. */
export async function disturb(stand: Stand, calm: Undisturbed, tally: Tally, disturbance: Disturbance): Promise<void> {
  const { moment, harm, mend, url = ({ url: own }: Tables) => own, env = {}, except = [] } = disturbance;
  const tables = await stand.fresh();
  try {
    const loading = startLoad(stand, calm.material.file, { url: url(tables), env });
    await begun(tables, loading);
    await sleep(moment * calm.loadMs);
    const where = await whereIs(tables, calm.items);
    await harm(loading, tables);
    const first = await loading.ended;
    await mend?.();
    const killed = loading.child.signalCode !== null;
    const said = killed ? '' : sayings(first);
    tally.expect(
      killed || first.code === 0 || (first.code === 1 && isClear(said)),
      `${where}: exit ${first.code}, "${said}"`,
    );
    const again = await startLoad(stand, calm.material.file, { url: url(tables), env }).ended;
    tally.expect(again.code === 0, `${where}: the same command again ended with ${again.code}: ${sayings(again)}`);
    const differ = differences(await canonical(tables), calm.tables).filter((name) => !except.includes(name));
    tally.add(where, said, differ);
  } finally {
    await tables.drop();
  }
}

/** A sentence and the next step, and no fault of Kith's. */
const isClear = (said: string): boolean => /^kith: .+ next: /.test(said) && !said.includes('should not happen');
