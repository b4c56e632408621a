import { lateJoiners } from './archetypes.ts';
import type { Learner } from './people.ts';
import type { Random } from './random.ts';
import type { Course, Kind, Seat } from './course.ts';
import type { Plant } from './plants.ts';

const groupSize = 5;

/** Plants the archetypes among the learners of one course, and puts them into groups and pairs. */
export function seated(
  random: Random,
  learners: readonly Learner[],
  weeks: number,
  kinds: readonly Kind[],
  plant: Plant,
): Pick<Course, 'seats' | 'partnerOf' | 'groups'> {
  const dealt = random.shuffled(planted(learners.filter((learner) => !isHidden(learner)).length, mixed(kinds, plant)));
  const hidden = kinds.find(({ id }) => id === 'no_data')!;
  const alike = learners.map((learner) => seatOf(random, learner, isHidden(learner) ? hidden : dealt.pop()!, weeks));
  const seats = plant.few.share === 0 ? alike : writingFor(random, alike, plant.few);
  return { seats, partnerOf: pairs(random, seats), groups: grouped(random, seats) };
}

/** As many of each kind as its share says, the odd ones to those whose share was cut most. */
function planted(learners: number, visible: readonly Kind[]): Kind[] {
  const all = visible.reduce((sum, { share }) => sum + share, 0);
  const due = visible.map((kind) => ({ kind, due: (kind.share / all) * learners }));
  const kinds = due.flatMap(({ kind, due }) => Array.from({ length: Math.floor(due) }, (): Kind => kind));
  const odd = due.toSorted((a, b) => (b.due % 1) - (a.due % 1)).slice(0, learners - kinds.length);
  return [...kinds, ...odd.map(({ kind }) => kind)];
}

/** The kinds who can be seen, in the shares of this course. Typical is who is nothing else. */
function mixed(kinds: readonly Kind[], { mix }: Plant): Kind[] {
  const visible = kinds
    .filter(({ id }) => id !== 'no_data')
    .map((kind) => ({ ...kind, share: mix[kind.id] ?? kind.share }));
  const others = visible.reduce((sum, { id, share }) => sum + (id === 'typical' ? 0 : share), 0);
  const hidden = kinds.find(({ id }) => id === 'no_data')!.share;
  return visible.map((kind) => (kind.id === 'typical' ? { ...kind, share: Math.max(0, 1 - hidden - others) } : kind));
}

function seatOf(random: Random, learner: Learner, archetype: Kind, weeks: number): Seat {
  const late = archetype.id === 'typical' && weeks >= 7 && random.chance(lateJoiners);
  const fadesAfter = archetype.fadesBy === undefined ? undefined : random.whole(4, 6) - 1;
  return {
    learner,
    archetype,
    energy: random.gamma(4),
    writes: 1,
    joinsWeek: late ? 5 : 1,
    fadesAfter,
    // Who fades still has last week's contacts for a while.
    isolatedFrom: archetype.truth !== 'isolated' ? undefined : fadesAfter === undefined ? 1 : fadesAfter + 3,
  };
}

/** So many as the share says, never by chance none, write for everybody: of those who are at home in the course. */
function writingFor(random: Random, seats: readonly Seat[], { share, times, others }: Plant['few']): Seat[] {
  const able = random.shuffled(seats.filter(({ archetype }) => archetype.truth === 'connected'));
  const few = new Set(able.slice(0, Math.max(1, Math.round(share * seats.length))));
  return seats.map((seat) => ({ ...seat, writes: few.has(seat) ? times : others }));
}

/** Those who answer one partner only have each other; an odd one out has somebody who does not know it. */
function pairs(random: Random, seats: readonly Seat[]): Map<Seat, Seat> {
  const alone = seats.filter(({ archetype }) => archetype.answers === 'partner');
  const others = seats.filter(({ archetype }) => archetype.id === 'typical');
  const partnerOf = new Map<Seat, Seat>();
  for (let at = 0; at < alone.length; at += 2) {
    const one = alone[at]!;
    const other = alone[at + 1];
    if (other) partnerOf.set(one, other).set(other, one);
    else if (others.length > 0) partnerOf.set(one, random.pick(others));
  }
  return partnerOf;
}

function grouped(random: Random, seats: readonly Seat[]): Seat[][] {
  const order = random.shuffled(seats.filter(({ joinsWeek }) => joinsWeek === 1));
  return Array.from(
    { length: Math.floor(order.length / groupSize) },
    (_, group, count = Math.floor(order.length / groupSize)) => order.filter((_, at) => at % count === group),
  );
}

function isHidden({ unmatched, optedOut }: Learner): boolean {
  return unmatched || optedOut;
}
