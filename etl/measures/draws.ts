/**
 * Draws that are made once: the same few seeds are used for every network, and to seed a generator costs more than to
 * climb a small one.
 */
import seedrandom from 'seedrandom';

interface Stream {
  readonly random: () => number;
  readonly drawn: number[];
}

const streams = new Map<string, Stream>();

/** The draws of a seed from its first on, as `seedrandom(seed)` gives them. For seeds of which there are few. */
export function replayed(seed: string): () => number {
  const stream = streams.get(seed) ?? { random: seedrandom(seed), drawn: [] };
  streams.set(seed, stream);
  let at = 0;
  return () => {
    if (at === stream.drawn.length) stream.drawn.push(stream.random());
    return stream.drawn[at++]!;
  };
}
