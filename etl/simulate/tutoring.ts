import type { Calendar } from './calendar.ts';
import { wakingMinute } from './forum.ts';
import { type Random, randomOf } from './random.ts';
import { type Course, type Seat, vigour } from './course.ts';

/** A learner's work on what their group makes together. */
export interface Contribution {
  readonly seat: Seat;
  readonly group: number;
  readonly millis: number;
}

/** Who did something for their group in which week: from the third on, and not in the reading week. */
export function contributionsOf(seed: number, course: Course, calendar: Calendar): Contribution[] {
  const random = randomOf(seed, 'group work', course.code);
  const contributions: Contribution[] = [];
  for (let week = 3; week <= calendar.weeks; week++) {
    if (week === calendar.readingWeek) continue;
    for (const [group, seats] of course.groups.entries()) {
      for (const seat of seats) {
        if (seat.learner.unmatched) continue;
        if (!random.chance(seat.archetype.groupWork * Math.min(1.2, vigour(seat, week, calendar)))) continue;
        const millis = calendar.millis(week, random.whole(0, 6), wakingMinute(random));
        contributions.push({ seat, group, millis });
      }
    }
  }
  return contributions;
}

/** The four items of the pulse (reference/indicators, S36), answered from 1 to 5. */
export const pulseItems = ['connected', 'mine', 'someone_to_ask', 'can_say'] as const;

export interface PulseAnswer {
  readonly seat: Seat;
  readonly week: number;
  readonly millis: number;
  readonly values: readonly number[];
}

const pulseWeeks = [2, 6, 10];
const responseRate = 0.45;

export function pulseOf(seed: number, course: Course, calendar: Calendar): PulseAnswer[] {
  const random = randomOf(seed, 'pulse', course.code);
  return pulseWeeks
    .filter((week) => week <= calendar.weeks)
    .flatMap((week) =>
      course.seats.flatMap((seat) => {
        const belonging = belongingOf(seat, week);
        if (belonging === undefined || !random.chance(responseRate)) return [];
        const mood = random.normal(belonging, 0.5);
        const values = pulseItems.map(() => Math.min(5, Math.max(1, Math.round(random.normal(mood, 0.4)))));
        return [{ seat, week, millis: calendar.millis(week, random.whole(1, 4), wakingMinute(random)), values }];
      }),
    );
}

/** Whoever will be isolated later is still as content as the others. */
function belongingOf({ archetype, joinsWeek, isolatedFrom, learner }: Seat, week: number): number | undefined {
  if (week < joinsWeek || learner.unmatched) return undefined;
  return isolatedFrom !== undefined && week < isolatedFrom ? 3.9 : archetype.belonging;
}

/** A learner's comments on the work of another one, allotted to them. */
export interface Review {
  readonly giver: Seat;
  readonly receiver: Seat;
  readonly week: number;
  readonly allottedAt: number;
  /** Undefined: not done. */
  readonly givenAt: number | undefined;
  readonly words: number;
}

const reviewWeeks = [6, 10];
const reviewsEach = 1;

/** Peer feedback: whoever handed in is given somebody else's work to comment on, and most do. */
export function reviewsOf(seed: number, course: Course, calendar: Calendar): Review[] {
  const random = randomOf(seed, 'reviews', course.code);
  return reviewWeeks
    .filter((week) => week <= calendar.weeks)
    .flatMap((week) => {
      const handedIn = random.shuffled(course.seats.filter((seat) => handsIn(random, seat, week, calendar)));
      if (handedIn.length <= reviewsEach) return [];
      return handedIn.flatMap((giver, at) =>
        Array.from({ length: reviewsEach }, (_, other) => {
          const receiver = handedIn[(at + other + 1) % handedIn.length]!;
          const done = random.chance(0.85);
          const givenAt = done ? calendar.millis(week, random.whole(1, 6), wakingMinute(random)) : undefined;
          const allottedAt = calendar.millis(week, 0, 8 * 60);
          return { giver, receiver, week, allottedAt, givenAt, words: random.whole(20, 160) };
        }),
      );
    });
}

function handsIn(random: Random, seat: Seat, week: number, calendar: Calendar): boolean {
  if (seat.learner.unmatched || seat.archetype.activeDaysPerWeek === 0) return false;
  return random.chance(Math.min(0.9, seat.archetype.groupWork * 1.1 * vigour(seat, week, calendar)));
}
