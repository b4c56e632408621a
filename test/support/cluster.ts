import path from 'node:path';

import { startEmbedded, type Embedded } from '@kith/sql/embedded.ts';

/** The test cluster's own folder, apart from the developer's data; several test runs at once share it. */
export const testFolder = path.resolve(import.meta.dirname, '../../node_modules/.cache/kith-test');

/**
 * Starts the test cluster, or joins it. Only here are writes not awaited to the disk: every test makes its database
 * anew from a template, so a crash of the machine loses nothing anybody wants. What Kith itself runs always waits.
 */
export const startTestCluster = (): Promise<Embedded> =>
  startEmbedded(testFolder, {
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    shared_buffers: '128MB',
  });
