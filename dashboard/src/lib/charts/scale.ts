/** Maps a number from one range onto another, linearly. An empty range lands in the middle. */
export function linear([from, to]: readonly [number, number], [start, end]: readonly [number, number]) {
  return (value: number): number =>
    from === to ? (start + end) / 2 : start + ((value - from) / (to - from)) * (end - start);
}

/**
 * Every how many items a label fits, when each needs `room` pixels: 1, 2, 5, 10, 20 …
 *
 *     labelEvery(40, 600, 40)  // 5
 */
export function labelEvery(items: number, width: number, room: number): number {
  const fitting = Math.max(1, Math.floor(width / room));
  for (let step = 1; ; step *= 10) {
    for (const times of [1, 2, 5]) if (items / (step * times) <= fitting) return step * times;
  }
}

/** Neighbouring items that have a value, as runs; a missing value ends a run, so that a line has a gap there. */
export function runs<T>(items: readonly T[], has: (item: T) => boolean): T[][] {
  const found: T[][] = [[]];
  for (const item of items) {
    if (has(item)) found.at(-1)?.push(item);
    else if (found.at(-1)?.length) found.push([]);
  }
  return found.filter((run) => run.length > 0);
}
