import { gzipSync } from 'node:zlib';

import type { Random } from '@kith/etl/simulate/random.ts';
import { zipSync, type Zippable } from 'fflate';

import { harms } from './harms.ts';

/** A file of an export: its name, with folders, and its bytes. */
export interface Named {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Archives that no honest system makes of these files. */
type Archive = (files: readonly Named[], random: Random) => Buffer;

export const archives = {
  'a zip cut off': (files, random) => harms['cut off'](zipped(files), random),
  'a zip with bits flipped': (files, random) => harms['bits flipped'](zipped(files), random),
  'a zip with a piece lost': (files, random) => harms['a piece lost'](zipped(files), random),
  'a zip that leads outside': (files, random) =>
    zipped([
      ...files,
      {
        name: random.pick(['../out.csv', '/etc/out.csv', 'a/../../out.csv', '..\\out.csv', 'C:\\out.csv']),
        bytes: Buffer.from('x'),
      },
    ]),
  'a zip with a link': (files, random) => {
    const [first, ...rest] = files;
    const link: Zippable = {
      [first!.name]: [first!.bytes, { os: 3, attrs: (random.pick([0o120777, 0o060777, 0o010777]) << 16) >>> 0 }],
    };
    return Buffer.from(zipSync({ ...link, ...entriesOf(rest) }));
  },
  'a zip in a zip': (files, random) =>
    zipped(
      random.chance(0.5)
        ? [{ name: 'inner.zip', bytes: zipped(files) }]
        : [...files, { name: 'inner.zip', bytes: zipped(files) }],
    ),
  'a zip bomb': (files, random) =>
    zipped([...files, { name: 'zeros.csv', bytes: Buffer.alloc(random.whole(51, 60) * 2 ** 20) }]),
  'a zip of many files': (_files, random) =>
    zipped(
      Array.from({ length: random.whole(10_001, 10_400) }, (_, n) => ({ name: `${n}.csv`, bytes: Buffer.alloc(0) })),
    ),
  'a zip that lies about its sizes': (files, random) => {
    const bytes = zipped(files);
    const at = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    if (at >= 0) bytes.writeUInt32LE(random.pick([0, 1, 0xffff_fffe]), at + random.pick([20, 24, 42]));
    return bytes;
  },
  'a zip with odd names': (files, random) =>
    zipped([
      ...files,
      {
        name: random.pick(['', ' ', '.', 'a'.repeat(5000), 'nul\0.csv', '\u202egpj.csv', 'a//b.csv', 'con']),
        bytes: Buffer.from('x'),
      },
    ]),
  'a gzip cut off': (files, random) => harms['cut off'](gzipped(files), random),
  'a gzip with bits flipped': (files, random) => harms['bits flipped'](gzipped(files), random),
  'a gzip bomb': (_files, random) => gzipSync(Buffer.alloc(random.whole(51, 60) * 2 ** 20)),
  'a gzip of a gzip': (files) => gzipSync(gzipped(files)),
  'a gzip with a tail': (files, random) =>
    Buffer.concat([gzipped(files), Buffer.alloc(random.whole(1, 99), random.whole(0, 255))]),
} as const satisfies Record<string, Archive>;

export type ArchiveName = keyof typeof archives;
export const archiveNames = Object.keys(archives) as ArchiveName[];

const entriesOf = (files: readonly Named[]): Zippable =>
  Object.fromEntries(files.map(({ name, bytes }) => [name === '' ? ' ' : name, bytes]));
const zipped = (files: readonly Named[]): Buffer => Buffer.from(zipSync(entriesOf(files), { level: 1 }));
const gzipped = (files: readonly Named[]): Buffer => gzipSync(files[0]?.bytes ?? Buffer.alloc(0));
