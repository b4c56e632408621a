import { parentPort, workerData } from 'node:worker_threads';
import type { Branch } from './branch.ts';
import { suppressTree } from './hierarchy.ts';
import type { Rule } from './hypercube.ts';

/** The thread of {@link suppressTreeBeside}: one tree, one answer. */
const { root, rule } = workerData as { readonly root: Branch; readonly rule: Rule };
parentPort?.postMessage(suppressTree(root, rule));
