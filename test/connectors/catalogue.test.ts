import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { connectorById, connectors } from '@kith/etl/extract/index.ts';
import { sniffEncoding } from '@kith/etl/formats/encoding.ts';
import { openInput } from '@kith/etl/formats/source.ts';
import { type Fixture, fixtures } from '../support/connector-fixtures.ts';
import { catalogue, notRead } from './catalogue.ts';

const folders = new Map(fixtures().map((fixture) => [`${fixture.connector}/${fixture.variant}`, fixture]));

async function textOf({ input }: Fixture): Promise<string> {
  const { files } = await openInput([input]);
  const texts = files.map(async (file) => {
    const bytes = Buffer.concat(await Array.fromAsync(file.open()));
    return new TextDecoder(sniffEncoding(bytes).encoding).decode(bytes);
  });
  return (await Promise.all(texts)).join('\n');
}

function recordTypes({ folder }: Fixture): Set<string> {
  const items = JSON.parse(readFileSync(path.join(folder, 'expected.json'), 'utf8')) as { record?: { type: string } }[];
  return new Set(items.flatMap(({ record }) => record?.type ?? []));
}

describe('every variant of the catalogue has a file and what it becomes', () => {
  test.each(catalogue)('$of: $what', async ({ fixture: name, shows, gives }) => {
    const fixture = folders.get(name);
    expect(fixture, `the fixture folder ${name}`).toBeDefined();
    if (shows) expect(await textOf(fixture!)).toMatch(shows);
    if (/^[A-Z_]+$/.test(gives)) expect(fixture!.errorCode).toBe(gives);
    else expect([...recordTypes(fixture!)]).toEqual(expect.arrayContaining(gives.split(' ')));
  });
});

test.each(notRead)('%s: the page of %s says that it is not read', (_, id, says) => {
  expect(connectorById(id)?.about.cannotGive.join('\n')).toMatch(says);
});

test('no connector is without a variant of the catalogue, but for data sets that are no system', () => {
  const named = new Set(catalogue.map(({ fixture }) => fixture.split('/')[0]));
  const others = connectors.map(({ id }) => id).filter((id) => !named.has(id));
  expect(others).toEqual(['oulad']);
});

test('every variant a connector names is one whose fixture is read, and has an own folder', () => {
  for (const { id, about } of connectors) {
    for (const variant of about.variants) {
      const fixture = folders.get(`${id}/${variant}`);
      expect([`${id}/${variant}`, fixture !== undefined && fixture.errorCode === undefined]).toEqual([
        `${id}/${variant}`,
        true,
      ]);
    }
  }
});
