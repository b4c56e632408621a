import type { Calendar, CourseWeek } from '../compute/calendar.ts';
import { daysWithin } from '../compute/facts/active-days.ts';
import type { CourseFacts } from '../compute/facts/course-facts.ts';
import { lastDayOf } from '../compute/signals/presence.ts';

export const labelIds = ['L1', 'L2', 'L3', 'L4', 'L5'] as const;
export type LabelId = (typeof labelIds)[number];

/** Something that came, or did not, after T (indicators §5.1). */
export interface Label {
  readonly id: LabelId;
  readonly title: string;
  /** Weeks it looks ahead. Snapshots whose look would pass the end of the course are left out. */
  readonly weeks: number;
  /** Whether it came; null: neither, and left out. */
  readonly came: (person: number, week: CourseWeek) => boolean | null;
}

const [dayMs, lowPulse] = [86_400_000, 2.5];

/** The labels that a course can answer. L5 needs a planted truth. */
export function labelsOf(
  facts: CourseFacts,
  calendar: Calendar,
  planted?: (person: number, week: number) => boolean | null,
): readonly Label[] {
  const over = calendar.weeks.at(-1)?.end ?? -Infinity;
  const ends = new Map(facts.members.map(({ personId, learner }) => [personId, learner?.to ?? Infinity]));
  const within = (at: number, { end }: CourseWeek, days: number): boolean => at >= end && at < end + days * dayMs;
  const touched = new Map<number, number[]>();
  for (const { layer, source, target, at } of facts.ties) {
    if (layer === 'staff') continue;
    for (const person of [source, target]) {
      const own = touched.get(person);
      if (own) own.push(at);
      else touched.set(person, [at]);
    }
  }
  const activeIn = (person: number, week: CourseWeek, days: number): boolean => {
    const last = lastDayOf(week);
    return daysWithin(facts.activeDays.get(person), last + 1, last + days) > 0;
  };
  const left = [...ends.values()].some((to) => to < over);
  const labels: Label[] = [
    {
      id: 'L2',
      title: 'no activity in the next 14 days',
      weeks: 2,
      came: (person, week) => !activeIn(person, week, 14),
    },
    {
      id: 'L3',
      title: 'no contact with a classmate in the next 28 days, though active',
      weeks: 4,
      came: (person, week) =>
        activeIn(person, week, 28) ? !(touched.get(person) ?? []).some((at) => within(at, week, 28)) : null,
    },
  ];
  if (left) {
    labels.unshift({
      id: 'L1',
      title: 'formal withdrawal in the next 28 days',
      weeks: 4,
      came: (person, week) => within(ends.get(person) ?? Infinity, week, 28),
    });
  }
  if (facts.pulses.length > 0) {
    labels.push({
      id: 'L4',
      title: `pulse of ${lowPulse} or less in the next 28 days, of those who answer`,
      weeks: 4,
      came: (person, week) => {
        const answers = facts.pulses.filter(({ personId, at }) => personId === person && within(at, week, 28));
        return answers.length === 0 ? null : answers.some(({ mean }) => mean <= lowPulse);
      },
    });
  }
  if (planted) {
    labels.push({
      id: 'L5',
      title: 'planted as isolated',
      weeks: 0,
      came: (person, { week }) => planted(person, week),
    });
  }
  return labels;
}
