import { inflateSync } from 'node:zlib';

const channels: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
const mostPixels = 16_000_000;

/**
 * Whether bytes are a PNG that can be drawn: its pixels unpack to as many as it says. One that cannot would end the
 * process that prints it, far from the file it came from. Interlaced ones are refused, too: what prints knows none.
 */
export function isWholePng(bytes: Buffer): boolean {
  try {
    const data: Buffer[] = [];
    let header: Buffer | undefined;
    for (let at = 8; at + 12 <= bytes.length;) {
      const length = bytes.readUInt32BE(at);
      const type = bytes.toString('latin1', at + 4, at + 8);
      const body = bytes.subarray(at + 8, at + 8 + length);
      if (type === 'IHDR') header = body;
      if (type === 'IDAT') data.push(body);
      if (type === 'IEND') break;
      at += 12 + length;
    }
    if (header?.length !== 13) return false;
    const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
    const [depth, colour, , , interlaced] = header.subarray(8);
    if (interlaced !== 0 || width * height > mostPixels) return false;
    const line = 1 + Math.ceil((width * depth! * channels[colour!]!) / 8);
    return inflateSync(Buffer.concat(data), { maxOutputLength: 4 * mostPixels + height }).length === line * height;
  } catch {
    return false;
  }
}
