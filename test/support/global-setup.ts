import { administer } from '@kith/sql/databases.ts';
import type { TestProject } from 'vitest/node';

import { startTestCluster } from './cluster.ts';
import { buildTemplate, sweepDatabases } from './template.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the test cluster answers and what to copy, for {@link freshDatabase}. */
    testCluster: { serverUrl: string; template: string };
  }
}

/** Once per test run: the cluster and the migrated template. Workers hear of them through `inject`. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await startTestCluster();
  const template = await buildTemplate(cluster.url);
  if ((await cluster.users()) === 1) await administer(cluster.url, (client) => sweepDatabases(client, template));
  project.provide('testCluster', { serverUrl: cluster.url, template });
  return () => cluster.stop();
}
