import { isolation } from '@kith/etl/score/isolation.ts';
import type { CourseWeekSignals, LearnerSignals, LearnerWeek } from '@kith/etl/score/types.ts';
import { scoreCourseWeek } from '@kith/etl/score/course-week.ts';
import { sources, type Visibility, type VisibilityBySource } from '@kith/etl/score/visibility.ts';

/** Every source in one state, but for the ones named. */
export function seen(state: Visibility = 'present', but: Partial<VisibilityBySource> = {}): VisibilityBySource {
  return { ...(Object.fromEntries(sources.map((source) => [source, state])) as VisibilityBySource), ...but };
}

/** A learner about whom everything is known and nothing is a concern, but for what is named. */
export function learner(learnerId: string, but: Partial<LearnerSignals> = {}): LearnerSignals {
  return {
    learnerId,
    eligible: true,
    unseen: false,
    optedOut: false,
    opportunityGroup: 'all',
    activeLast14: true,
    effectivePeers: 3,
    inboundPeers: 3,
    answered: 2,
    answerable: 4,
    voice: 2,
    liveRate: 0.6,
    recencyDays: 1,
    weeklyActiveDays: [3, 3, 3, 3, 3],
    pulse: 4.5,
    forumPresenceDays: 6,
    weeksObserved: 5,
    visibility: seen(),
    ...but,
  };
}

/** `count` learners of one making, named by number. */
export function classmates(count: number, but: Partial<LearnerSignals> = {}): LearnerSignals[] {
  return Array.from({ length: count }, (_, index) => learner(`mate-${index}`, but));
}

export function course(...learners: readonly LearnerSignals[]): CourseWeekSignals {
  return { staffKnown: true, rosterKnown: true, learners };
}

/** The first learner of a course, scored among the others. */
export function scoredFirst(learners: readonly LearnerSignals[], definition = isolation): LearnerWeek {
  return scoreCourseWeek(course(...learners), { isolation: definition, presence_signal: definition }).learners[0]!;
}
