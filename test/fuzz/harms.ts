import type { Random } from '@kith/etl/simulate/random.ts';

/** What happens to bytes on their way, and what somebody who means harm makes of them. */
type Harm = (bytes: Buffer, random: Random) => Buffer;

export const harms = {
  'cut off': (bytes, random) => bytes.subarray(0, random.whole(0, bytes.length)),
  'bits flipped': (bytes, random) => {
    const hit = Buffer.from(bytes);
    for (let n = random.whole(1, 6); n > 0 && hit.length > 0; n--) {
      const at = random.whole(0, hit.length - 1);
      hit[at] = hit[at]! ^ (1 << random.whole(0, 7));
    }
    return hit;
  },
  'read as UTF-16': (bytes) => Buffer.from(`\ufeff${bytes.toString('utf8')}`, 'utf16le'),
  'UTF-16 without its mark': (bytes) => Buffer.from(bytes.toString('utf8'), 'utf16le'),
  'read as Latin-1': (bytes) => Buffer.from(bytes.toString('utf8').replaceAll('a', 'ä'), 'latin1'),
  'UTF-16 read as UTF-8': (bytes) => Buffer.from(bytes.toString('utf16le'), 'utf8'),
  'written as UTF-8 twice': (bytes) => Buffer.from(bytes.toString('latin1'), 'utf8'),
  'a huge field': (bytes, random) => insert(bytes, random, Buffer.alloc(random.whole(1_000, 60_000), 'x')),
  'a huge number': (bytes, random) => insert(bytes, random, Buffer.from('9'.repeat(random.whole(16, 400)))),
  'an odd number': (bytes, random) => insert(bytes, random, Buffer.from(random.pick(oddNumbers))),
  'an odd text': (bytes, random) => insert(bytes, random, Buffer.from(random.pick(oddTexts))),
  'deep JSON': (bytes, random) =>
    insert(bytes, random, Buffer.from(random.pick(['[', '{"a":']).repeat(random.whole(10, 20_000)))),
  'a stray character': (bytes, random) => insert(bytes, random, Buffer.from(random.pick(strays))),
  'a byte that is no text': (bytes, random) =>
    insert(bytes, random, Buffer.from([random.pick([0x80, 0xc0, 0xed, 0xff])])),
  'a piece twice': (bytes, random) => insert(bytes, random, pieceOf(bytes, random)),
  'a piece lost': (bytes, random) => {
    const at = random.whole(0, bytes.length);
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + random.whole(1, 200))]);
  },
  'two lines swapped': (bytes, random) => {
    const lines = bytes.toString('latin1').split('\n');
    const [one, other] = [random.whole(0, lines.length - 1), random.whole(0, lines.length - 1)];
    [lines[one], lines[other]] = [lines[other]!, lines[one]!];
    return Buffer.from(lines.join('\n'), 'latin1');
  },
  'a value of another kind': (bytes, random) => {
    const text = bytes.toString('latin1');
    const found = [...text.matchAll(/"[^"\n]{1,80}"|\b\d+\b|\bnull\b|\btrue\b|\bfalse\b/g)];
    if (found.length === 0) return bytes;
    const { index, 0: value } = random.pick(found);
    return Buffer.from(text.slice(0, index) + random.pick(kinds) + text.slice(index + value.length), 'latin1');
  },
  'everything twice': (bytes) => Buffer.concat([bytes, bytes]),
} as const satisfies Record<string, Harm>;

export type HarmName = keyof typeof harms;
export const harmNames = Object.keys(harms) as HarmName[];

const strays = [',', '"', '\n', '\r', '\t', '\0', '{', '}', '\\', ';', "'", '\u2028', '\ufeff'];
const oddNumbers = ['-0', '1e400', '-1', 'NaN', 'Infinity', '0x10', '1,5', '9007199254740993', '4294967296'];
const oddTexts = [
  '__proto__',
  'constructor',
  '=1+1',
  '0000-00-00',
  '2026-13-45T99:99:99Z',
  '+275760-09-13T00:00:00.001Z',
  '\ud800',
  '%00',
  'toString',
];
const kinds = ['null', '[]', '{}', '""', 'true', '[[]]', '{"__proto__":{}}', '1e999', '"\\u0000"', '[null]', '-1'];

const insert = (bytes: Buffer, random: Random, what: Buffer): Buffer => {
  const at = random.whole(0, bytes.length);
  return Buffer.concat([bytes.subarray(0, at), what, bytes.subarray(at)]);
};

const pieceOf = (bytes: Buffer, random: Random): Buffer => {
  const from = random.whole(0, bytes.length);
  return bytes.subarray(from, from + random.whole(1, 400));
};
