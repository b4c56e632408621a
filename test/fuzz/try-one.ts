import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

import type { Connector } from '@kith/etl/connector.ts';
import { openInput } from '@kith/etl/formats/source.ts';
import { randomOf } from '@kith/etl/simulate/random.ts';

import { fileOf } from '../support/bytes.ts';
import { type Fixture } from '../support/connector-fixtures.ts';
import { archiveNames, archives, type Named } from './archives.ts';
import { harmNames, harms } from './harms.ts';
import { survives, type Ending } from './survives.ts';

/** One input in so many is a whole archive; the others are harmed files. */
const archiveEvery = 12;

export interface Harmed {
  /** Names of the harms. */
  readonly how: string;
  readonly files: readonly Named[];
  /** The files are one archive, read from the disk as a person would point at it. */
  readonly packed: boolean;
}

/** The files of a fixture as they are. */
export async function intact(fixture: Fixture): Promise<Named[]> {
  const { files } = await openInput([fixture.input]);
  return Promise.all(
    files.map(async (file) => ({ name: file.name, bytes: Buffer.concat(await Array.fromAsync(file.open())) })),
  );
}

/** The n-th harmed form of a fixture: the same seed gives the same bytes. */
export function harmedForm(fixture: Fixture, files: readonly Named[], seed: number, n: number): Harmed {
  const random = randomOf(seed, fixture.connector, fixture.variant, n);
  if (n % archiveEvery === archiveEvery - 1) {
    const how = random.pick(archiveNames);
    const name = how.startsWith('a gzip') ? `${files[0]?.name.split('/').at(-1) ?? 'file'}.gz` : 'export.zip';
    return { how, files: [{ name, bytes: archives[how](files, random) }], packed: true };
  }
  const hit = random.whole(0, files.length - 1);
  const names = [random.pick(harmNames), ...(random.chance(0.3) ? [random.pick(harmNames)] : [])];
  const bytes = names.reduce((harmed, name) => harms[name](harmed, random), files[hit]!.bytes);
  return {
    how: names.join(', then '),
    files: files.map((file, at) => (at === hit ? { name: file.name, bytes } : file)),
    packed: false,
  };
}

/** Detects and reads one harmed input. Throws what the connector should not have thrown. */
export async function tryOne(connector: Connector, fixture: Fixture, harmed: Harmed, scratch: string): Promise<Ending> {
  const context = typeof fixture.context.map === 'string' ? {} : fixture.context;
  const siblings = harmed.files.map(({ name }) => name);
  for (const { bytes } of harmed.files) {
    connector.detect({ name: 'export.dat', bytes: bytes.subarray(0, 65_536), siblings });
  }
  if (!harmed.packed) {
    const files = harmed.files.map(({ name, bytes }) => fileOf(bytes, name));
    return survives(connector, () => ({ path: 'harmed', files }), context);
  }
  const [archive] = harmed.files;
  const place = path.join(scratch, archive!.name);
  await writeFile(place, archive!.bytes);
  return survives(connector, () => openInput([place]), context);
}

/** Keeps the bytes of a failing input, and returns where. */
export async function keepFailing(folder: string, name: string, { files }: Harmed): Promise<string> {
  const place = path.join(folder, name.replaceAll(/[^\w.-]+/g, '_'));
  for (const file of files) {
    const to = path.join(place, file.name.replaceAll(/\.\.|\0/g, '_'));
    await mkdir(path.dirname(to), { recursive: true });
    await writeFile(to, file.bytes);
  }
  return place;
}
