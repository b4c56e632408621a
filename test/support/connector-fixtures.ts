import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Connector, Context, Extracted } from '@kith/etl/connector.ts';
import { readMapping } from '@kith/etl/extract/mapping/read-mapping.ts';
import { openInput } from '@kith/etl/formats/source.ts';

export const fixturesFolder = path.resolve(import.meta.dirname, '../fixtures/connectors');

/**
 * One folder `<connector>/<variant>`: `input.*` or a folder `input`, and `expected.json` (what is extracted, an item per
 * line) or `error.json` (`{ "code": "EMPTY_FILE" }`). Optional `context.json`: what a person says beside the file; a
 * `map` there is the name of a shipped mapping, or the path of one in the folder, and then nobody can detect the file.
 */
export interface Fixture {
  readonly connector: string;
  readonly variant: string;
  readonly folder: string;
  readonly input: string;
  readonly context: Context;
  /** False where the file means nothing without the mapping that lies beside it. */
  readonly detectable: boolean;
  /** Code of the UnreadableFile that is to come instead of records. */
  readonly errorCode: string | undefined;
}

export function fixtures(connectorId?: string): Fixture[] {
  if (!existsSync(fixturesFolder)) return [];
  const connectors = readdirSync(fixturesFolder).filter((name) => connectorId === undefined || name === connectorId);
  return connectors.flatMap((connector) =>
    readdirSync(path.join(fixturesFolder, connector)).map((variant) => fixtureIn(connector, variant)),
  );
}

function fixtureIn(connector: string, variant: string): Fixture {
  const folder = path.join(fixturesFolder, connector, variant);
  const input = readdirSync(folder).find((name) => name === 'input' || name.startsWith('input.'));
  if (input === undefined) throw new Error(`${folder} has no input.* and no folder input`);
  const error = json(path.join(folder, 'error.json')) as { code: string } | undefined;
  const context: Context = json(path.join(folder, 'context.json')) ?? {};
  return {
    connector,
    variant,
    folder,
    input: path.join(folder, input),
    context,
    detectable: !isPath(context.map),
    errorCode: error?.code,
  };
}

/** What the connector makes of the fixture, as JSON would keep it: a field that is undefined is no field. */
export async function extracted(connector: Connector, fixture: Fixture): Promise<Extracted[]> {
  const input = await openInput([fixture.input]);
  return plain(await Array.fromAsync(connector.extract(input, await contextOf(fixture)))) as Extracted[];
}

export async function contextOf({ context, folder }: Fixture): Promise<Context> {
  if (typeof context.map !== 'string') return context;
  return { ...context, map: await readMapping(isPath(context.map) ? path.join(folder, context.map) : context.map) };
}

function isPath(map: unknown): map is string {
  return typeof map === 'string' && map.startsWith('./');
}

/** The committed expectation. With KITH_WRITE_FIXTURES=1 it is written from what came; its author reads it then. */
export function expectation({ folder }: Fixture, came: readonly Extracted[]): unknown {
  const file = path.join(folder, 'expected.json');
  if (process.env.KITH_WRITE_FIXTURES === '1') {
    writeFileSync(file, `[\n${came.map((item) => JSON.stringify(item)).join(',\n')}\n]\n`);
  }
  const expected = json(file);
  if (expected === undefined) throw new Error(`${file} is missing: run once with KITH_WRITE_FIXTURES=1 and read it`);
  return expected;
}

function json(file: string): unknown {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
