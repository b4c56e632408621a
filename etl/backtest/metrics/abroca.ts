import type { Random } from '../../simulate/random.ts';
import type { Interval95 } from './bootstrap.ts';
import { rocAt } from './curves.ts';
import { smallestCell } from './fairness.ts';

/** What one learner's weeks say, by whole points 0..100 of the score: in how many it came, and in how many not. */
export interface Ranking {
  readonly group: string;
  readonly came: readonly number[];
  readonly stayed: readonly number[];
}

export interface Abroca {
  readonly group: string;
  readonly learners: number;
  /** 0..1. Null: fewer than ten learners here or among the others, or all of one kind. */
  readonly area: number | null;
  /** Over learners. An area is never below 0, so that this one never reaches it either: p is what says chance. */
  readonly interval: Interval95 | null;
  /** How often a group dealt at random lies at least as far from the others. */
  readonly p: number | null;
}

const points = 101;
const fine = Array.from({ length: 201 }, (_, at) => at / 200);

/**
 * Absolute area between the ROC curve of each group and that of all others (indicators §3.8). Badly underpowered at the
 * sizes of courses, so that no area stands without its cell size and the p of a randomisation test over learners.
 *
 * Gardner, J., Brooks, C. & Baker, R. (2019). Evaluating the fairness of predictive student models through slicing
 * analysis. LAK19, 225–234.
 */
export function abrocaOf(people: readonly Ranking[], random: Random, draws = 100): readonly Abroca[] {
  const cells = [...Map.groupBy(people, ({ group }) => group)].sort(([one], [other]) => (one < other ? -1 : 1));
  return cells.map(([group, own]): Abroca => {
    const others = people.filter((one) => one.group !== group);
    const area = own.length < smallestCell || others.length < smallestCell ? null : between(own, others);
    if (area === null) return { group, learners: own.length, area, interval: null, p: null };
    const drawn = (all: readonly Ranking[]): Ranking[] => all.map(() => random.pick(all));
    const again = Array.from({ length: draws }, () => between(drawn(own), drawn(others)));
    const known = again.filter((one) => one !== null).sort((one, other) => one - other);
    const at = (share: number): number => known[Math.min(known.length - 1, Math.floor(share * known.length))]!;
    const dealt = Array.from({ length: draws }, () => {
      const shuffled = random.shuffled(people);
      return between(shuffled.slice(0, own.length), shuffled.slice(own.length));
    });
    const asFar = dealt.filter((one) => one !== null && one >= area - 1e-12).length;
    return {
      group,
      learners: own.length,
      area,
      interval: known.length === 0 ? null : { low: at(0.025), high: at(0.975) },
      p: (asFar + 1) / (draws + 1),
    };
  });
}

/** Null where one side has not both kinds of week. */
function between(one: readonly Ranking[], other: readonly Ranking[]): number | null {
  const [own, theirs] = [rocOf(one), rocOf(other)];
  if (own === null || theirs === null) return null;
  const gaps = own.map((rate, at) => Math.abs(rate - theirs[at]!));
  // Trapezoids.
  return gaps.slice(1).reduce((sum, gap, at) => sum + (gap + gaps[at]!) / 2, 0) / (fine.length - 1);
}

function rocOf(people: readonly Ranking[]): number[] | null {
  const [came, stayed] = [new Float64Array(points), new Float64Array(points)];
  for (const person of people) {
    for (let at = 0; at < points; at++) {
      came[at]! += person.came[at]!;
      stayed[at]! += person.stayed[at]!;
    }
  }
  let [found, wrong] = [0, 0];
  const own = [{ found, wrong }];
  for (let at = points - 1; at >= 0; at--) {
    if (came[at] === 0 && stayed[at] === 0) continue;
    own.push({ found: (found += came[at]!), wrong: (wrong += stayed[at]!) });
  }
  return found === 0 || wrong === 0 ? null : rocAt(own, fine);
}
