import { zstdCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { decompressed } from '@kith/etl/formats/compressed.ts';
import { fileOf } from '../support/bytes.ts';

async function unpacked(packed: Uint8Array): Promise<[name: string, text: string]> {
  const file = decompressed(fileOf(packed, 'RC_2023.zst'), packed.subarray(0, 4));
  return [file.name, Buffer.concat(await Array.fromAsync(file.open())).toString()];
}

test('zstd is known by its bytes', async () => {
  expect(await unpacked(zstdCompressSync('a\nb\n'))).toEqual(['RC_2023', 'a\nb\n']);
});

test('the window of 2 GiB that Reddit’s dumps declare is allowed', async () => {
  // Magic, no content size, window descriptor 2^31, one raw block, the last, of 4 bytes.
  const frame = [0x28, 0xb5, 0x2f, 0xfd, 0x00, 21 << 3, (4 << 3) | 1, 0, 0, ...Buffer.from('a\nb\n')];
  expect(await unpacked(Buffer.from(frame))).toEqual(['RC_2023', 'a\nb\n']);
});

test('one that is cut off is damaged', async () => {
  const cut = zstdCompressSync('x'.repeat(1000)).subarray(0, 14);
  await expect(unpacked(cut)).rejects.toMatchObject({ code: 'BROKEN_ARCHIVE' });
});
