import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { leavesOf, type Branch } from './branch.ts';
import { suppressTree } from './hierarchy.ts';
import type { Rule } from './hypercube.ts';
import type { LeftOut } from './range.ts';

/** More courses than this take long enough for a page to be waited for. */
const quick = 10;

/**
 * The pattern of a tree, worked out in a thread of its own where it takes long: pages are served by the process that
 * makes reports, and must not stand still meanwhile.
 */
export async function suppressTreeBeside(root: Branch, rule: Rule): Promise<LeftOut> {
  if (leavesOf(root).length <= quick) return suppressTree(root, rule);
  const worker = new Worker(new URL('./beside-thread.ts', import.meta.url), { workerData: { root, rule } });
  // Rejects with what the thread stumbled over.
  const [out] = (await once(worker, 'message')) as [LeftOut];
  return out;
}
