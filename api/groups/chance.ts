import { createHash } from 'node:crypto';

/** The same words give the same order, so that a page that is opened again shows the same groups. Fisher-Yates. */
export function shuffled<One>(list: readonly One[], seed: string): One[] {
  const order = [...list];
  for (let last = order.length - 1; last > 0; last--) {
    const drawn =
      createHash('sha256')
        .update(`${seed}:${String(last)}`)
        .digest()
        .readUInt32BE(0) %
      (last + 1);
    [order[last], order[drawn]] = [order[drawn]!, order[last]!];
  }
  return order;
}
