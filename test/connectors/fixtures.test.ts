import { describe, expect, test } from 'vitest';
import type { Connector } from '@kith/etl/connector.ts';
import { detect } from '@kith/etl/detect.ts';
import { connectors } from '@kith/etl/extract/index.ts';
import { openInput } from '@kith/etl/formats/source.ts';
import { recordSchemas } from '@kith/etl/records/record.ts';
import { expectation, extracted, fixtures } from '../support/connector-fixtures.ts';

const registry: readonly Connector[] = connectors;

test('the registry is in order, and every fixture belongs to a connector', () => {
  const ids = registry.map(({ id }) => id);
  expect(ids).toEqual(ids.toSorted());
  expect(new Set(ids).size).toBe(ids.length);
  expect(fixtures().filter(({ connector }) => !ids.includes(connector))).toEqual([]);
});

describe.each(registry)('$id', (connector) => {
  const own = fixtures(connector.id);

  test('every variant it names has a fixture', () => {
    expect(own.map(({ variant }) => variant)).toEqual(expect.arrayContaining([...connector.about.variants]));
  });

  describe.each(own)('$variant', (fixture) => {
    if (fixture.errorCode !== undefined) {
      test(`is refused with ${fixture.errorCode} and a next step`, async () => {
        await expect(extracted(connector, fixture)).rejects.toMatchObject({
          name: 'UnreadableFile',
          code: fixture.errorCode,
          hint: expect.stringMatching(/\w+/) as string,
        });
      });
      return;
    }

    test('gives what is expected of it', async () => {
      const came = await extracted(connector, fixture);
      expect(came).toEqual(expectation(fixture, came));
    });

    test('every record is valid, every reject says what to do, every item says where it stood', async () => {
      const { files } = await openInput([fixture.input]);
      const names = files.map(({ name }) => name);
      for (const item of await extracted(connector, fixture)) {
        expect(names).toContain(item.ref.file);
        expect(item.ref.line).toBeGreaterThanOrEqual(1);
        if ('record' in item) expect(recordSchemas[item.record.type].safeParse(item.record).error).toBeUndefined();
        if ('reject' in item) {
          expect(item.reject.code).toMatch(/^[A-Z][A-Z_]+$/);
          expect(item.reject.message).toMatch(/\w.*\.$/s);
        }
      }
    });

    test.runIf(fixture.detectable)('is detected as its own', async () => {
      const [first] = await detect(await openInput([fixture.input]));
      expect(first?.connector).toBe(connector.id);
    });
  });
});
