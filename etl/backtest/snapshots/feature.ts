import { dayOf, type Calendar, type CourseWeek } from '../../compute/calendar.ts';
import { daysWithin } from '../../compute/facts/active-days.ts';
import type { CourseFacts } from '../../compute/facts/course-facts.ts';
import { courseSignals, peersAt } from '../../compute/signals/course-signals.ts';
import { lastDayOf } from '../../compute/signals/presence.ts';
import { networkAt, postCounts } from '../../compute/snapshot.ts';
import { distinctPeers } from '../../measures/degree.ts';
import { shipped } from '../../definitions/overridable.ts';
import { scoreCourseWeek } from '../../score/course-week.ts';

/** A way to rank the learners of a course at T. */
export interface Feature {
  readonly id: string;
  readonly title: string;
  /** By person id; higher: likelier that something is the matter. Null: cannot be known, and is not ranked. */
  rank(facts: CourseFacts, calendar: Calendar, week: CourseWeek): ReadonlyMap<number, number | null>;
}

const fourWeeksMs = 672 * 3_600_000;

/** What Kith ships: isolation, or the presence signal where nobody could be seen talking. Bands play no part. */
export const score: Feature = {
  id: 'score',
  title: 'Kith: the score',
  rank(facts, calendar, week) {
    const { learners } = scoreCourseWeek(courseSignals(facts, calendar, week), shipped);
    return new Map(learners.map((learner) => [Number(learner.learnerId), learner.score]));
  },
};

/** B1 to B4 of §5.4. Each alone, the other way round where little is bad. */
export const baselines: readonly Feature[] = [
  {
    id: 'recency',
    title: 'B1 days since last seen',
    // Of any trace, also where no log of activity is connected and the score itself leaves recency out.
    rank(facts, calendar, week) {
      const [first, last] = [dayOf(calendar.weeks[0]!.monday), lastDayOf(week)];
      const seen = (person: number): number =>
        (facts.activeDays.get(person) ?? []).findLast((day) => day <= last) ?? first - 1;
      return new Map([...peersAt(facts, week.end)].map((person) => [person, last - seen(person)]));
    },
  },
  {
    id: 'active_days',
    title: 'B2 active days in 14',
    rank(facts, _, week) {
      const last = lastDayOf(week);
      const days = (person: number): number => daysWithin(facts.activeDays.get(person), last - 13, last);
      return new Map([...peersAt(facts, week.end)].map((person) => [person, -days(person)]));
    },
  },
  {
    id: 'posts',
    title: 'B3 posts in 28 days',
    rank(facts, _, { end }) {
      const people = [...peersAt(facts, end)];
      const counts = postCounts(
        people,
        facts.posts.filter(({ at }) => at < end && end - at <= fourWeeksMs),
      );
      return new Map(people.map((person, at) => [person, -counts[at]!]));
    },
  },
  {
    id: 'peers',
    title: 'B4 classmates exchanged posts with in 42 days',
    rank(facts, _, { end }) {
      const network = networkAt(facts, end);
      const degrees = distinctPeers(network);
      return new Map(network.nodes.map((person, at) => [Number(person), -degrees[at]!]));
    },
  },
];
