/** What an archive may unpack to. A bomb is small on disk and asks for all the rest of it. */
export const archiveLimits = {
  entries: 10_000,
  /** Bytes of all files of one archive. */
  bytes: 50 * 1024 ** 3,
  /** Unpacked to packed; deflate reaches 1032, honest exports stay below 50. */
  ratio: 200,
  /** Below this size a ratio says nothing: a small table of equal rows packs very well. */
  freeBytes: 50 * 1024 ** 2,
} as const;

export type ArchiveLimits = { readonly [name in keyof typeof archiveLimits]: number };

export function isBomb(packed: number, unpacked: number, limits: ArchiveLimits): boolean {
  return unpacked > limits.bytes || (unpacked > limits.freeBytes && unpacked > packed * limits.ratio);
}
