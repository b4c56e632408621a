import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet';
import { parse } from 'csv-parse/sync';
import { readSheet } from 'read-excel-file/node';
import graphml from 'graphology-graphml';
import { MultiGraph } from 'graphology';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../support/database.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { approve, make, makeWorld, type Made } from './world.ts';

let database: FreshDatabase;
let place: Awaited<ReturnType<typeof temporaryFolder>>;
let institutionId: number;
let json: Made;
const tables = ['learner_weeks', 'ties', 'sessions', 'alerts', 'outcomes'];

beforeAll(async () => {
  database = await freshDatabase();
  place = await temporaryFolder();
  institutionId = await makeWorld(database);
  json = await make(database, await approve(database, institutionId), place.folder);
});
afterAll(async () => {
  await database.drop();
  await place.remove();
});

test('there is something of everything', async () => {
  for (const table of tables) expect((await json.rows(table)).length, table).toBeGreaterThan(1);
});

/** Another export has other pseudonyms and another order: what is left must be the same. */
const withoutNames = (rows: readonly Record<string, unknown>[]) =>
  rows
    .map((row) => JSON.stringify(Object.entries(row).filter(([, value]) => !/^[a-z][0-9a-f]{20}$/.test(String(value)))))
    .sort();

async function sameRows(
  format: 'csv' | 'xlsx' | 'parquet',
  read: (file: string) => Promise<Record<string, unknown>[]>,
) {
  const made = await make(database, await approve(database, institutionId, { format }), place.folder);
  for (const table of tables) {
    const rows = await read(made.path(`${table}.${format}`));
    expect(withoutNames(rows), table).toEqual(withoutNames(await json.rows(table)));
    expect(rows.length).toBe(made.manifest.files.find(({ name }) => name === `${table}.${format}`)!.rows);
  }
  return made;
}

test('Parquet says the same, to a reader that did not write it', async () => {
  await sameRows('parquet', async (file) => parquetReadObjects({ file: await asyncBufferFromFile(file) }));
});

test('a workbook says the same, to a reader that did not write it', async () => {
  await sameRows('xlsx', async (file) => {
    const [head, ...rows] = await readSheet(file);
    return rows.map((row) => Object.fromEntries(head!.map((name, at) => [String(name), row[at] ?? null])));
  });
});

test('CSV says the same, every value as the dictionary types it', async () => {
  const types = new Map(
    json.manifest.files.flatMap(({ tables: of }) =>
      of.flatMap(({ columns }) => columns.map((one) => [one.name, one.type])),
    ),
  );
  const typed = (name: string, value: string) => {
    if (value === '') return null;
    if (types.get(name) === 'boolean') return value === 'true';
    return types.get(name) === 'text' ? value : Number(value);
  };
  const made = await make(database, await approve(database, institutionId, { format: 'csv' }), place.folder);
  for (const table of tables) {
    const rows = parse<Record<string, string>>(await made.read(`${table}.csv`), { columns: true });
    const read = rows.map((row) =>
      Object.fromEntries(Object.entries(row).map(([name, value]) => [name, typed(name, value)])),
    );
    expect(withoutNames(read), table).toEqual(withoutNames(await json.rows(table)));
  }
});

test('the network is a graph that others read: every learner a node, also who has no tie', async () => {
  const graph = graphml.parse(MultiGraph, (await json.read('network.graphml')).toString());
  const weeks = await json.rows('learner_weeks');
  const people = new Set(weeks.map(({ course, person }) => `${String(course)}.${String(person)}`));
  expect(new Set(graph.nodes())).toEqual(people);
  const ties = await json.rows('ties');
  const strength = graph.reduceEdges((sum, _edge, { strength: one }) => sum + Number(one), 0);
  expect(strength).toBeCloseTo(
    ties.reduce((sum, { weight }) => sum + Number(weight), 0),
    9,
  );
  graph.forEachNode((node, { person }) => expect(node.endsWith(String(person))).toBe(true));
  expect(graph.someEdge((edge) => graph.isDirected(edge))).toBe(true);
  expect(json.manifest.files.find(({ name }) => name === 'network.graphml')!.rows).toBe(graph.order + graph.size);
});
