/** The known word that a mistyped one is nearest to; undefined where none is near. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const near = known
    .map((candidate) => ({ candidate, steps: distance(word, candidate) }))
    .filter(
      ({ candidate, steps }) => steps <= Math.max(1, Math.floor(candidate.length / 3)) || isStart(word, candidate),
    )
    .sort((a, b) => a.steps - b.steps);
  return near[0]?.candidate;
}

const isStart = (word: string, candidate: string): boolean => word.length >= 2 && candidate.startsWith(word);

/** Letters to put in, take out, exchange or swap with their neighbour (optimal string alignment). */
function distance(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) => [i, ...Array.from({ length: b.length }, () => 0)]);
  for (let j = 1; j <= b.length; j++) rows[0]![j] = j;
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const differs = a[i - 1] === b[j - 1] ? 0 : 1;
      let steps = Math.min(rows[i - 1]![j]! + 1, rows[i]![j - 1]! + 1, rows[i - 1]![j - 1]! + differs);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        steps = Math.min(steps, rows[i - 2]![j - 2]! + 1);
      rows[i]![j] = steps;
    }
  }
  return rows[a.length]![b.length]!;
}
