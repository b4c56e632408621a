import { shuffled } from './chance.ts';
import { bothWays, type GroupLearner, type Two } from './learner.ts';
import { seatApart } from './start.ts';

export interface Class {
  readonly learners: readonly GroupLearner[];
  /** Who has been in touch with whom. */
  readonly ties: readonly Two[];
  readonly apart: readonly Two[];
  /** Learners a group is to have, from 2. */
  readonly size: number;
  /** The same words give the same groups. */
  readonly seed: string;
}

/** Somebody alone in a group without a connector is dearer than all pairs who know each other or live far apart. */
const noConnector = 1e6;
/** Hours between two clocks within which people are awake together for most of their day. */
const near = 6;
/** Exchanges looked at: a second of one processor at the most. */
const patience = 1_000_000;

/**
 * Mixes a class into groups that differ by one learner at most: nobody sits with whom they are to be kept apart from,
 * whoever may be unconnected sits with a connector as long as there are enough, and most have not met and are awake at
 * the same hours. Two learners change places as long as that makes it better; so with a connector for each group and
 * nobody kept apart, nobody alone is without one: two groups of which one has two could always change.
 *
 * @returns Null where those to be kept apart cannot be, or no way was found
 */
export function mixGroups({ learners, ties, apart, size, seed }: Class): GroupLearner[][] | null {
  const count = Math.max(1, Math.round(learners.length / size));
  const sizes = Array.from({ length: count }, (_, index) => Math.floor((learners.length + index) / count));
  const order = shuffled(
    learners.toSorted((one, other) => one.personId - other.personId),
    seed,
  );
  const mustNot = bothWays(apart);
  const groups = seatApart(order, sizes, apart, mustNot);
  return groups && improve(groups, bothWays(ties), mustNot);
}

type Related = (one: number, other: number) => boolean;

function improve(groups: GroupLearner[][], know: Related, mustNot: Related): GroupLearner[][] {
  const places = groups.flatMap((group, index) => group.map((one, seat) => ({ index, seat, alone: one.alone })));
  places.sort((one, other) => Number(other.alone) - Number(one.alone));
  const between = (one: GroupLearner, other: GroupLearner): number =>
    (know(one.personId, other.personId) ? 1 : 0) + hoursTooFar(one, other);
  let looked = 0;
  for (let better = true; better && looked < patience;) {
    better = false;
    for (const [at, mine] of places.entries()) {
      for (const theirs of places.slice(at + 1)) {
        if (mine.index === theirs.index || looked++ > patience) continue;
        const [here, there] = [groups[mine.index]!, groups[theirs.index]!];
        const [one, other] = [here[mine.seat]!, there[theirs.seat]!];
        const newHere = here.with(mine.seat, other);
        const newThere = there.with(theirs.seat, one);
        if (clash(newHere, other, mustNot) || clash(newThere, one, mustNot)) continue;
        const change =
          lonely(newHere) +
          lonely(newThere) -
          lonely(here) -
          lonely(there) +
          sum(newHere, other, between) +
          sum(newThere, one, between) -
          sum(here, one, between) -
          sum(there, other, between);
        if (change > -1e-9) continue;
        [groups[mine.index], groups[theirs.index]] = [newHere, newThere];
        better = true;
      }
    }
  }
  return groups;
}

const clash = (group: readonly GroupLearner[], one: GroupLearner, mustNot: Related): boolean =>
  group.some((mate) => mustNot(one.personId, mate.personId));

const lonely = (group: readonly GroupLearner[]): number =>
  group.some(({ connector }) => connector) ? 0 : noConnector * group.filter(({ alone }) => alone).length;

const sum = (
  group: readonly GroupLearner[],
  one: GroupLearner,
  between: (one: GroupLearner, other: GroupLearner) => number,
): number => group.reduce((total, mate) => total + (mate === one ? 0 : between(one, mate)), 0);

/** Hours by which two clocks are further apart than people can share well; 0 where one is not known. */
function hoursTooFar(one: GroupLearner, other: GroupLearner): number {
  if (one.offset === null || other.offset === null) return 0;
  const apart = Math.abs(one.offset - other.offset) % 24;
  return Math.max(0, Math.min(apart, 24 - apart) - near);
}
