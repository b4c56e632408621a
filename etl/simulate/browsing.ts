import type { Calendar } from './calendar.ts';
import { wakingMinute } from './forum.ts';
import { randomOf } from './random.ts';
import { type Course, type Seat, vigour } from './course.ts';

export type Visited = 'course' | 'page' | 'discussion' | 'quiz' | 'assignment';

/** Something a learner opened or handed in on the learning platform. */
export interface Visit {
  readonly seat: Seat;
  readonly course: Course;
  readonly millis: number;
  readonly what: Visited;
  /** Which of the pages, discussions and so on of the course, from 1. */
  readonly number: number;
}

const assignmentWeeks = [3, 6, 9];

/** What the learners of a course do on the platform in one week, besides writing in the forum. */
export function visitsOf(seed: number, course: Course, calendar: Calendar, week: number): Visit[] {
  const random = randomOf(seed, 'browsing', course.code, week);
  const visits: Visit[] = [];
  for (const seat of course.seats) {
    const { id, activeDaysPerWeek } = seat.archetype;
    if (id === 'ghost') {
      // Half of them look in once, which is enough to match them; of the others nobody knows anything.
      const looksIn = week === 1 && Number(seat.learner.moodleId) % 2 === 0;
      if (looksIn) visits.push({ seat, course, millis: calendar.millis(1, 0, 10 * 60), what: 'course', number: 1 });
      continue;
    }
    const daily = Math.min(0.95, (activeDaysPerWeek / 7) * Math.sqrt(seat.energy) * vigour(seat, week, calendar));
    for (let day = 0; day < 7; day++) {
      if (!random.chance(daily)) continue;
      let millis = calendar.millis(week, day, wakingMinute(random));
      visits.push({ seat, course, millis, what: 'course', number: 1 });
      for (let more = 1 + random.poisson(2.2); more > 0; more--) {
        millis += random.whole(20, 600) * 1000;
        if (millis >= calendar.millis(week, day + 1, 0)) break; // nobody stays up beyond the last day
        const what = random.chance(0.35) ? 'discussion' : random.chance(0.12) ? 'quiz' : 'page';
        visits.push({ seat, course, millis, what, number: what === 'quiz' ? week : random.whole(1, 12) });
      }
    }
    if (assignmentWeeks.includes(week) && random.chance(0.85 * Math.min(1, vigour(seat, week, calendar)))) {
      const millis = calendar.millis(week, random.whole(3, 6), wakingMinute(random));
      visits.push({ seat, course, millis, what: 'assignment', number: week / 3 });
    }
  }
  return visits;
}
