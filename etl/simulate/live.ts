import { Temporal } from 'temporal-polyfill';

import type { Calendar } from './calendar.ts';
import type { Person } from './people.ts';
import { type Random, randomOf } from './random.ts';
import { type Course, type Seat, vigour } from './course.ts';

/** One stay of one person; somebody whose connection drops has two. */
export interface Stay {
  readonly person: Person;
  readonly seat: Seat | undefined;
  readonly join: number;
  readonly leave: number;
}

export interface Room {
  readonly startsAt: number;
  readonly endsAt: number;
  readonly seats: readonly Seat[];
}

export interface LiveSession {
  readonly week: number;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly stays: readonly Stay[];
  /** Breakout rooms, in even weeks. */
  readonly rooms: readonly Room[];
}

const minute = 60_000;
const length = 60;
const breakout = { from: 25, to: 45, size: 4 };

/** The weekly sessions of a course; none in the reading week. */
export function sessionsOf(seed: number, course: Course, calendar: Calendar): LiveSession[] {
  const random = randomOf(seed, 'live', course.code);
  const missed = missedByHabit(randomOf(seed, 'habits', course.code), course.seats, calendar.weeks);
  return Array.from({ length: calendar.weeks }, (_, at) => at + 1)
    .filter((week) => week !== calendar.readingWeek)
    .map((week) => {
      const startsAt = calendar.millis(week, course.session.day, course.session.minute);
      const present = course.seats.filter((seat) => {
        const habit = missed.get(seat);
        if (habit && !atNight(seat, startsAt)) return week >= seat.joinsWeek && !habit.has(week);
        return comes(random, seat, week, startsAt, calendar);
      });
      const stays = [
        ...course.staff.map((person) => ({
          person,
          seat: undefined,
          join: startsAt - 5 * minute,
          leave: at60(startsAt),
        })),
        ...present.flatMap((seat) => staysOf(random, seat, startsAt)),
      ];
      const rooms = week % 2 === 0 ? roomsOf(random, course, present, stays, startsAt, week) : [];
      return { week, startsAt, endsAt: at60(startsAt), stays, rooms };
    });
}

function at60(startsAt: number): number {
  return startsAt + length * minute;
}

/** Weeks in which a habit is made, and none of them missed. */
const habitAfter = 3;

/** The weeks that each of those who come by habit misses: one in every so many. Of the others there is nothing. */
function missedByHabit(random: Random, seats: readonly Seat[], weeks: number): Map<Seat, ReadonlySet<number>> {
  return new Map(
    seats
      .filter(({ archetype }) => archetype.byHabit)
      .map((seat) => {
        const every = Math.round(1 / (1 - seat.archetype.attends));
        const rounds = Number.isFinite(every) ? Math.ceil(weeks / every) : 0;
        const first = (round: number): number => (round === 0 ? Math.min(every, habitAfter + 1) : 1);
        return [
          seat,
          new Set(Array.from({ length: rounds }, (_, round) => round * every + random.whole(first(round), every))),
        ];
      }),
  );
}

function comes(random: Random, seat: Seat, week: number, startsAt: number, calendar: Calendar): boolean {
  const left = vigour(seat, week, calendar);
  return left > 0 && random.chance(seat.archetype.attends * left * (atNight(seat, startsAt) ? nightly : 1));
}

/** What is left of the attendance where it is night (indicators §3.8). */
const nightly = 0.15;

/** Before 7 or after 22 o'clock on the learner's own clock. */
function atNight({ learner: { timezone } }: Seat, startsAt: number): boolean {
  if (timezone === undefined) return false;
  const { hour } = Temporal.Instant.fromEpochMilliseconds(startsAt).toZonedDateTimeISO(timezone);
  return hour < 7 || hour >= 22;
}

function staysOf(random: Random, seat: Seat, startsAt: number): Stay[] {
  const join = startsAt + Math.round(random.between(-4, 8) * 60) * 1000;
  const early = random.chance(0.1) && !seat.archetype.byHabit;
  const leave = startsAt + Math.round((early ? random.between(20, 50) : random.between(57, 63)) * 60) * 1000;
  const stay = { person: seat.learner, seat, join, leave };
  if (early || !random.chance(0.08)) return [stay];
  const drops = startsAt + Math.round(random.between(12, 40) * 60) * 1000;
  return [
    { ...stay, leave: drops },
    { ...stay, join: drops + random.whole(20, 240) * 1000 },
  ];
}

/** Rooms of the groups once there are any, of four before; whoever is there when the rooms open is sent to one. */
function roomsOf(
  random: Random,
  course: Course,
  present: readonly Seat[],
  stays: readonly Stay[],
  start: number,
  week: number,
): Room[] {
  const [startsAt, endsAt] = [start + breakout.from * minute, start + breakout.to * minute];
  const there = present.filter((seat) =>
    stays.some((stay) => stay.seat === seat && stay.join <= startsAt && stay.leave >= endsAt),
  );
  const groups = week < 3 ? [] : course.groups.map((group) => group.filter((seat) => there.includes(seat)));
  const placed = new Set(groups.flat());
  const rest = random.shuffled(there.filter((seat) => !placed.has(seat)));
  while (rest.length > 0) groups.push(rest.splice(0, breakout.size));
  return groups.filter((seats) => seats.length >= 2).map((seats) => ({ startsAt, endsAt, seats }));
}
