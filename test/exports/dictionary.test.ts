import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { wilson } from '@kith/etl/measures/wilson.ts';
import { bandsColumns } from '@kith/etl/reports/bands.ts';
import { healthColumns } from '@kith/etl/reports/health.ts';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../support/database.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { approve, make, makeWorld, type Made } from './world.ts';

const root = path.resolve(import.meta.dirname, '../..');
let database: FreshDatabase;
let place: Awaited<ReturnType<typeof temporaryFolder>>;
let made: Made;

beforeAll(async () => {
  database = await freshDatabase();
  place = await temporaryFolder();
  const institutionId = await makeWorld(database);
  made = await make(database, await approve(database, institutionId, { format: 'csv' }), place.folder);
});
afterAll(async () => {
  await database.drop();
  await place.remove();
});

const rowsOf = async (file: string) =>
  parse<Record<string, string>>(await readFile(file), { columns: true, cast: (value) => value });

/** Columns that a file has, read from the file and not from what wrote it. */
async function columnsIn(name: string): Promise<string[]> {
  const text = (await made.read(name)).toString();
  if (name.endsWith('.csv')) return text.split('\r\n')[0]!.split(',');
  return [...text.matchAll(/attr\.name="([^"]+)"/g)].map(([, column]) => column!);
}

test('every column of every file is in the dictionary, and in the manifest beside it', async () => {
  const dictionary = await readFile(path.join(root, 'docs/reference/exports.md'), 'utf8');
  for (const { name, tables } of made.manifest.files) {
    const columns = await columnsIn(name);
    expect(columns.length).toBeGreaterThan(3);
    if (tables.length === 1) expect(new Set(columns).size).toBe(columns.length);
    expect(tables.flatMap((table) => table.columns.map((column) => column.name))).toEqual(columns);
    for (const { id, columns: said } of tables) {
      const part = dictionary.split(`#### \`${id}\``)[1]?.split('\n#')[0] ?? '';
      for (const column of said) {
        expect(part, `${id} ${column.name}`).toContain(`| \`${column.name}\` | ${column.type}`);
        expect(column.about.length, `${id} ${column.name}`).toBeGreaterThan(10);
      }
    }
  }
  for (const column of [...Object.keys(bandsColumns), ...Object.keys(healthColumns)])
    expect(dictionary).toContain(`| \`${column}\` |`);
});

test('a row of the SQL has as many cells as its table has columns', async () => {
  for (const { name, tables } of made.manifest.files.filter((file) => file.name.endsWith('.csv'))) {
    const [head, ...rows] = (await made.read(name)).toString().split('\r\n').slice(0, -1);
    expect(rows.length, name).toBeGreaterThan(0);
    expect(new Set([head!, ...rows].map((row) => row.split(',').length))).toEqual(new Set([tables[0]!.columns.length]));
  }
});

const runs = (program: string) =>
  promisify(execFile)(program, ['--version']).then(
    () => true,
    () => false,
  );

test.for([
  ['python3', 'figure.py'],
  ['Rscript', 'figure.R'],
] as const)(
  'the worked example counts what the export says, with Wilson’s interval: %s',
  async ([program, name], { skip }) => {
    if (!(await runs(program))) skip(`There is no ${program} on this machine: the example was not run.`);
    const [table, picture] = [path.join(place.folder, `${name}.csv`), path.join(place.folder, `${name}.svg`)];
    const script = path.join(root, 'docs/examples', name);
    await promisify(execFile)(program, [script, made.path('learner_weeks.csv'), table, picture]);
    const weeks = await rowsOf(table);
    const rows = (await rowsOf(made.path('learner_weeks.csv'))).filter(({ state }) => state === 'scored');
    expect(weeks.length).toBeGreaterThan(0);
    for (const { week, learners, may_be_unconnected: may, low, high } of weeks) {
      const of = rows.filter((row) => row.week === week);
      const some = of.filter(({ band }) => band === 'elevated' || band === 'high').length;
      expect([Number(learners), Number(may)]).toEqual([of.length, some]);
      const interval = wilson(some, of.length)!;
      expect([Number(low), Number(high)]).toEqual([expect.closeTo(interval.low, 9), expect.closeTo(interval.high, 9)]);
    }
    expect(await readFile(picture, 'utf8')).toMatch(/<svg .*<\/svg>\n$/s);
  },
);
