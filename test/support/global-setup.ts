import { administer } from '@kith/sql/databases.ts';
import type { Embedded } from '@kith/sql/embedded.ts';
import type { TestProject } from 'vitest/node';

import { startTestCluster } from './cluster.ts';
import { buildTemplate, sweepDatabases } from './template.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the test cluster answers and what to copy, or why there is neither; for `freshDatabase`. */
    testCluster: { serverUrl: string | undefined; template: string | undefined; trouble: string | undefined };
  }
}

/**
 * Once per test run: the cluster and the migrated template. Workers hear of them through `inject`. Trouble, such as a
 * migration that fails, fails the tests that ask for a database, and no others.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  let cluster: Embedded | undefined;
  let template: string | undefined;
  let trouble: string | undefined;
  try {
    cluster = await startTestCluster();
    template = await buildTemplate(cluster.url);
    if ((await cluster.users()) === 1) await administer(cluster.url, (client) => sweepDatabases(client, template));
  } catch (error) {
    trouble = error instanceof Error ? error.message : String(error);
    process.stderr.write(`No test database: ${trouble}\n`);
  }
  project.provide('testCluster', { serverUrl: cluster?.url, template, trouble });
  return async () => cluster?.stop();
}
