import { readFile } from 'node:fs/promises';
import path from 'node:path';

import type { Connector } from '@kith/etl/connector.ts';
import { connectors } from '@kith/etl/extract/index.ts';
import { expect, test } from 'vitest';

import { fixtures } from '../support/connector-fixtures.ts';

const all: readonly Connector[] = connectors;

/** What a mapping gives is decided by its file: no set of fixtures shows it all. */
const decidedByTheUser = ['mapping'];

test.each(all)('$id gives the records it says it gives, and no others', async ({ id, about }) => {
  const given = await recordsInFixtures(id);
  expect([...about.records]).toEqual(expect.arrayContaining(given));
  if (!decidedByTheUser.includes(id)) expect(given).toEqual([...about.records].sort());
});

test.each(all)('$id says which of its variants a real file was read of, and which file', ({ about }) => {
  const { verified = [], variants, verifiedOn } = about;
  expect(variants).toEqual(expect.arrayContaining([...verified]));
  expect(verified.length > 0).toBe(verifiedOn !== 'unverified');
});

async function recordsInFixtures(id: string): Promise<string[]> {
  const types = new Set<string>();
  for (const { folder, errorCode } of fixtures(id)) {
    if (errorCode !== undefined) continue;
    const items = JSON.parse(await readFile(path.join(folder, 'expected.json'), 'utf8')) as Item[];
    for (const { record } of items) if (record) types.add(record.type);
  }
  return [...types].sort();
}

interface Item {
  readonly record?: { readonly type: string };
}
