import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SourceInput } from '@kith/etl/connector.ts';
import { connectorById } from '@kith/etl/extract/index.ts';
import { openInput } from '@kith/etl/formats/source.ts';
import { load } from '@kith/etl/load/load.ts';
import type { Mode } from '@kith/etl/load/request.ts';
import { ensureSource } from '@kith/etl/load/source.ts';
import { fixturesFolder } from '../support/connector-fixtures.ts';
import { freshDatabase, type FreshDatabase } from '../support/database.ts';
import { institution } from './given.ts';

/** A load in mode `full` deletes what is absent: an export of changes taken for a whole one would empty a course. */
let database: FreshDatabase;
let institutionId: number;
beforeAll(async () => {
  database = await freshDatabase();
  institutionId = await institution(database.db);
});
afterAll(() => database.drop());

async function loaded(connector: string, input: SourceInput, mode: Mode) {
  await ensureSource(database.db, institutionId, { name: connector, connector });
  const request = { institutionId, source: connector, connector: connectorById(connector)!, input, mode };
  return load(database.db, { ...request, context: { timezone: 'UTC' }, thresholds: { rejectedShare: 1 } });
}

const inputOf = (connector: string, variant: string) =>
  openInput([path.join(fixturesFolder, connector, variant, 'input')]);
const renamed = ({ path: where, files }: SourceInput, nameOf: (name: string) => string): SourceInput => ({
  path: where,
  files: files.map((file) => ({ name: nameOf(file.name), bytes: file.bytes, open: () => file.open() })),
});
const refusal = (file: RegExp) => ({
  code: 'PART_ONLY',
  file: expect.stringMatching(file) as string,
  hint: 'Load it with --mode delta.',
});

test('Brightspace: a differential is refused in mode full by its name, and one without a name too', async () => {
  const differential = await inputOf('brightspace', 'differential');
  await expect(loaded('brightspace', differential, 'full')).rejects.toMatchObject(refusal(/Differential/));
  const nameless = renamed(differential, (name) => `export ${name.length}.csv`);
  await expect(loaded('brightspace', nameless, 'full')).rejects.toMatchObject(refusal(/^export/));
  expect(await loaded('brightspace', nameless, 'delta')).toMatchObject({ deleted: 0 });
});

test('Brightspace: full data sets under their names are whole, with a day or a folder beside the name', async () => {
  const full = await inputOf('brightspace', 'full');
  const dated = renamed(full, (name) => `sets/${name.replace('.csv', '_2026-03-31.csv')}`);
  for (const input of [full, dated]) expect(await connectorById('brightspace')!.partOnly!(input)).toBeUndefined();
});

test('OneRoster: a manifest that says delta is believed against the person', async () => {
  await expect(loaded('oneroster', await inputOf('oneroster', 'delta'), 'full')).rejects.toMatchObject(
    refusal(/manifest/),
  );
  expect(await connectorById('oneroster')!.partOnly!(await inputOf('oneroster', 'v1p1'))).toBeUndefined();
});
