import { dayOf, type CourseWeek } from '../calendar.ts';
import type { QuarterDay } from '../facts/actions.ts';
import { lastDayOf } from './presence.ts';

/** With fewer than so many in the log, a week without any may well have been one in which nobody came. */
const crowd = 5;

type Actions = ReadonlyMap<number, readonly QuarterDay[]>;

/**
 * Of ascending weeks, those in which the platform's log says nothing of anybody, though a crowd was in it when it last
 * spoke: it was not written, or the university was closed. What nobody could leave, nobody is missing
 * (indicators §1.6, §5.5: a source outage changes nobody's band).
 */
export function unloggedWeeks(actions: Actions, weeks: readonly CourseWeek[]): readonly CourseWeek[] {
  const logged = peopleByDay(actions);
  let before = 0;
  return weeks.filter((week) => {
    const here = new Set<number>();
    for (let day = dayOf(week.monday); day <= lastDayOf(week); day++) {
      for (const person of logged.get(day) ?? []) here.add(person);
    }
    if (here.size > 0) before = here.size;
    return here.size === 0 && before >= crowd;
  });
}

const known = new WeakMap<Actions, ReadonlyMap<number, ReadonlySet<number>>>();

/** Who is in the log on which day, posts and reactions left out: they have sources of their own. */
function peopleByDay(actions: Actions): ReadonlyMap<number, ReadonlySet<number>> {
  const before = known.get(actions);
  if (before) return before;
  const people = new Map<number, Set<number>>();
  for (const [person, quarters] of actions) {
    for (const { day, other } of quarters) {
      if (other === 0) continue;
      const here = people.get(day);
      if (here) here.add(person);
      else people.set(day, new Set([person]));
    }
  }
  known.set(actions, people);
  return people;
}
