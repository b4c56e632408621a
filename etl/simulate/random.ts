import seedrandom from 'seedrandom';

/** A stream of chance. Each part of the simulation has its own, so that a change in one moves no other. */
export interface Random {
  /** 0 <= x < 1. */
  unit(): number;
  between(low: number, high: number): number;
  /** A whole number, both ends included. */
  whole(low: number, high: number): number;
  chance(probability: number): boolean;
  pick<T>(from: readonly T[]): T;
  /** The position of one of the weights, in proportion to it. -1 where all are 0. */
  weighted(weights: readonly number[]): number;
  shuffled<T>(from: readonly T[]): T[];
  normal(mean: number, deviation: number): number;
  poisson(mean: number): number;
  /** Mean 1, variance 1/shape. */
  gamma(shape: number): number;
}

export function randomOf(seed: number, ...stream: (string | number)[]): Random {
  const unit = seedrandom.alea([seed, ...stream].join('/'));
  const random: Random = {
    unit,
    between: (low, high) => low + unit() * (high - low),
    whole: (low, high) => low + Math.floor(unit() * (high - low + 1)),
    chance: (probability) => unit() < probability,
    pick: (from) => from[Math.floor(unit() * from.length)]!,
    weighted(weights) {
      let left = unit() * weights.reduce((sum, weight) => sum + weight, 0);
      return weights.findIndex((weight) => weight > 0 && (left -= weight) < 0);
    },
    shuffled(from) {
      const cards = [...from];
      for (let at = cards.length - 1; at > 0; at--) {
        const other = Math.floor(unit() * (at + 1));
        [cards[at], cards[other]] = [cards[other]!, cards[at]!];
      }
      return cards;
    },
    normal: (mean, deviation) =>
      mean + deviation * Math.sqrt(-2 * Math.log(1 - unit())) * Math.cos(2 * Math.PI * unit()),
    poisson(mean) {
      const limit = Math.exp(-mean);
      let count = 0;
      for (let product = unit(); product > limit; product *= unit()) count++;
      return count;
    },
    gamma: (shape) => gamma(random, shape),
  };
  return random;
}

/** Marsaglia & Tsang (2000), doi:10.1145/358407.358414, for shapes of at least 1. */
function gamma(random: Random, shape: number): number {
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = random.normal(0, 1);
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - random.unit()) < 0.5 * x * x + d * (1 - v + Math.log(v))) return (d * v) / shape;
  }
}
