import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Extracted, SourceInput } from '@kith/etl/connector.ts';
import { detect } from '@kith/etl/detect.ts';
import { oneroster } from '@kith/etl/extract/oneroster/oneroster.ts';
import { openInput } from '@kith/etl/formats/source.ts';
import { fixturesFolder } from '../support/connector-fixtures.ts';

const zone = { timezone: 'Europe/Vienna' };

function input(variant: string): Promise<SourceInput> {
  const name = variant === 'v1p2' ? 'input.zip' : 'input';
  return openInput([path.join(fixturesFolder, 'oneroster', variant, name)]);
}

async function extract(source: SourceInput): Promise<Extracted[]> {
  return Array.fromAsync(oneroster.extract(source, zone));
}

describe.each(['v1p1', 'v1p2', 'misspelt-headers'])('%s', (variant) => {
  test('passwords, phones, pronouns and demographics leave no trace, not even in a refused row', async () => {
    const text = JSON.stringify(await extract(await input(variant)));
    expect(text).toContain('ada@uni.example');
    expect(text).not.toMatch(/secret|"555|,555|she\/her|2001-01-01|female/);
  });

  test('tables are known by their headers, in any order and under any name', async () => {
    const { files, path: where } = await input(variant);
    const renamed = files
      .toReversed()
      .map((file, at) => ({ ...file, open: () => file.open(), name: `export${at}.dat` }));
    const records = (items: readonly Extracted[]) => items.flatMap((item) => ('record' in item ? [item.record] : []));
    expect(records(await extract({ path: where, files: renamed }))).toEqual(
      records(await extract(await input(variant))),
    );
  });
});

test('a manifest with changes only says so before anything is loaded', async () => {
  const [found] = await detect(await input('delta'));
  expect(found).toMatchObject({
    connector: 'oneroster',
    variant: 'v1p1',
    problems: ['enrollments.csv holds changes only: load with --mode delta, never full.'],
  });
});

test('the version is told by the manifest, else by the tables', async () => {
  expect((await detect(await input('v1p2')))[0]?.variant).toBe('v1p2');
  expect((await detect(await input('misspelt-headers')))[0]?.variant).toBe('v1p1');
});
