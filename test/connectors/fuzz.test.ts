import type { Connector } from '@kith/etl/connector.ts';
import { connectors } from '@kith/etl/extract/index.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { harmedForm, intact, tryOne } from '../fuzz/try-one.ts';
import { fixtures } from '../support/connector-fixtures.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

// `npm run fuzz` does the same with tens of thousands; docs/fuzz.md tells what it saw.
const [seed, forms] = [20_260_201, 18];
let scratch: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => {
  scratch = await temporaryFolder();
});
afterAll(() => scratch.remove());

describe.each(connectors as readonly Connector[])('$id', (connector) => {
  test.each(fixtures(connector.id))(
    'a harmed $variant is read or refused, with a reason',
    { timeout: 240_000 },
    async (fixture) => {
      const files = await intact(fixture);
      for (let form = 0; form < forms; form++) {
        const harmed = harmedForm(fixture, files, seed, form);
        await expect(
          tryOne(connector, fixture, harmed, scratch.folder),
          `${form}: ${harmed.how}`,
        ).resolves.toBeDefined();
      }
    },
  );
});
