import { zipSync, type Zippable } from 'fflate';

const csv = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A file that a connector knows: were anything of the archive believed, a post would be there afterwards. */
const posts = csv(
  'post_id,space_id,space_name,space_kind,course_id,thread_id,parent_id,author_id,posted_at\n' +
    'planted,general,General,forum,cs1,t1,,ana,2026-03-03T10:00:00Z\n',
);

/** Mode bits of Unix in the attributes of an entry: a link. */
const link = { os: 3, attrs: (0o120777 << 16) >>> 0 } as const;

const zeros = (bytes: number): Uint8Array => new Uint8Array(bytes);

const packed = (files: Zippable): Uint8Array => zipSync(files);

/**
 * Archives that want out of their folder, or the whole disk, with what the refusal says. Names of entries are written as
 * they are: fflate does not mend them.
 */
export const hostileZips: readonly (readonly [what: string, zip: () => Uint8Array, says: RegExp])[] = [
  ['a path upwards', () => packed({ '../../planted.csv': posts }), /leads outside/],
  ['a path upwards from below', () => packed({ 'a/../../../planted.csv': posts }), /leads outside/],
  ['an absolute path', () => packed({ '/tmp/kith-planted.csv': posts }), /leads outside/],
  ['a path of Windows', () => packed({ 'C:\\planted.csv': posts }), /leads outside/],
  ['a path upwards of Windows', () => packed({ '..\\..\\planted.csv': posts }), /leads outside/],
  ['a link', () => packed({ 'posts.csv': [csv('/etc/passwd'), link] }), /leads outside/],
  ['one bad entry among good ones', () => packed({ 'posts.csv': posts, 'x/../../y.csv': posts }), /leads outside/],
  ['a bomb', () => packed({ 'posts.csv': [zeros(120 * 1024 ** 2), { level: 9 }] }), /unpacks to far more/],
  [
    'a bomb of many parts',
    () => packed(Object.fromEntries(Array.from({ length: 10_001 }, (_, at) => [`${String(at)}.csv`, csv('')]))),
    /unpacks to far more/,
  ],
  ['half of one', () => packed({ 'posts.csv': posts }).subarray(0, 60), /damaged or cut off/],
];

/** Archives within archives: the inner one stays packed, whatever is in it. */
export const nested = (depth: number): Uint8Array => {
  let zip = packed({ 'posts.csv': posts });
  for (let level = 1; level < depth; level += 1) zip = packed({ [`level-${String(level)}.zip`]: [zip, { level: 0 }] });
  return zip;
};
