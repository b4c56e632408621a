import { expect, test } from 'vitest';
import type { Connector } from '@kith/etl/connector.ts';
import { linesOf, middle, sum } from '@kith/etl/docs/connector-lines.ts';
import { connectors } from '@kith/etl/extract/index.ts';
import { openInput } from '@kith/etl/formats/source.ts';
import { contextOf, fixtures } from '../support/connector-fixtures.ts';
import { catalogue } from './catalogue.ts';

const registry: readonly Connector[] = connectors;

test('a module of a connector says only how its source differs: the median is under 90 lines', () => {
  const modules = registry.flatMap(({ id }) => linesOf(id)).sort((a, b) => a - b);
  expect(modules.length).toBeGreaterThan(100);
  expect(middle(modules)).toBeLessThan(90);
  expect(modules.at(-1)).toBeLessThanOrEqual(220);
});

/** The kinds of file of which a connector reads something, by its fixtures: a table by its name, else the variant. */
async function kindsOf(connector: Connector): Promise<Set<string>> {
  const { id, about } = connector;
  const listed = new Set([
    ...about.variants.map((variant) => `${id}/${variant}`),
    ...catalogue.map(({ fixture }) => fixture),
  ]);
  const own = fixtures(id).filter(
    ({ variant, errorCode }) => errorCode === undefined && listed.has(`${id}/${variant}`),
  );
  const kinds = new Set<string>();
  for (const fixture of own) {
    for await (const item of connector.extract(await openInput([fixture.input]), await contextOf(fixture))) {
      const isRead = 'record' in item || ('skipped' in item && !/not read|no file/.test(item.skipped.reason));
      const name = item.ref.file
        .split('/')
        .at(-1)!
        .replace(/\.\w+$/, '')
        .replaceAll(/[^a-z]+/gi, ' ')
        .trim();
      if (isRead) kinds.add(name === 'input' || name === '' ? fixture.variant : name.toLowerCase());
    }
  }
  return kinds;
}

test('reading one more kind of file takes less than 90 lines, in the connector in the middle', async () => {
  const shares = await Promise.all(
    registry.map(async (connector) => sum(linesOf(connector.id)) / (await kindsOf(connector)).size),
  );
  expect(middle(shares.sort((a, b) => a - b))).toBeLessThan(90);
});
