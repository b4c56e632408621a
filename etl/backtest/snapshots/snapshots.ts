import type { Calendar, CourseWeek } from '../../compute/calendar.ts';
import { daysWithin } from '../../compute/facts/active-days.ts';
import type { CourseFacts } from '../../compute/facts/course-facts.ts';
import { isEligible, peersAt } from '../../compute/signals/course-signals.ts';
import { lastDayOf } from '../../compute/signals/presence.ts';
import { cutAt } from './cut.ts';
import type { Feature } from './feature.ts';

/** One learner at the end of one week, and everything that could be known of them then. */
export interface Snapshot {
  readonly person: number;
  readonly week: number;
  /** T, in ms. */
  readonly asOf: number;
  /** At least one active day in the last fourteen. */
  readonly active: boolean;
  /** By feature; null: cannot be known. */
  readonly ranks: Readonly<Record<string, number | null>>;
}

/** A feature that says something else when what comes later is taken away. Nothing it foretells is foretold. */
export class LooksAhead extends Error {
  readonly feature: string;
  constructor(feature: string, week: number, person: number) {
    super(
      `${feature} looks ahead: in week ${week} it says something else of learner ${person} once later facts are gone. ` +
        'Take from it whatever is not before the end of its week.',
    );
    this.feature = feature;
  }
}

/**
 * Snapshots of one course, week by week: who was enrolled before T and not withdrawn, and what each feature makes of the
 * facts before T. A feature is asked twice, with what came later and without, and must say the same.
 *
 * @param known the facts as they were known at the end of each week, instead of as they are known now
 * @throws LooksAhead
 */
export function snapshotsOf(
  facts: CourseFacts,
  calendar: Calendar,
  features: readonly Feature[],
  known?: ReadonlyMap<number, CourseFacts>,
): readonly Snapshot[] {
  return calendar.weeks
    .slice(1)
    .flatMap((week) => snapshotsAt(known?.get(week.week) ?? facts, calendar, week, features));
}

function snapshotsAt(
  facts: CourseFacts,
  calendar: Calendar,
  week: CourseWeek,
  features: readonly Feature[],
): readonly Snapshot[] {
  const known = cutAt(facts, week.end, calendar.zone);
  const past: Calendar = { ...calendar, weeks: calendar.weeks.slice(0, week.week) };
  const ranks = features.map((feature) => {
    const told = feature.rank(known, past, week);
    const withLater = feature.rank(facts, calendar, week);
    for (const [person, rank] of told) {
      if (rank !== (withLater.get(person) ?? null)) throw new LooksAhead(feature.id, week.week, person);
    }
    return { id: feature.id, told };
  });
  const here = peersAt(known, week.end);
  const last = lastDayOf(week);
  return known.members
    .filter((member) => isEligible(member, week.end) && here.has(member.personId))
    .map(({ personId: person }) => ({
      person,
      week: week.week,
      asOf: week.end,
      active: daysWithin(known.activeDays.get(person), last - 13, last) > 0,
      ranks: Object.fromEntries(ranks.map(({ id, told }) => [id, told.get(person) ?? null])),
    }));
}
