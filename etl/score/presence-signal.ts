import { ScoreDefinition } from './definition.ts';
import { isolation } from './isolation.ts';
import type { CourseWeekSignals, ScoreKind } from './types.ts';
import { anyFeeds } from './visibility.ts';

/**
 * Presence signal, version 2: whether a learner is still there, where nobody can see who talks to whom.
 *
 * Never called isolation, and never more than low confidence. The same machinery over four components. On 22 OULAD
 * presentations it orders Distinction 18, Pass 27, Withdrawn 44, Fail 56.
 */
export const presenceSignal: ScoreDefinition = ScoreDefinition.parse({
  ...isolation,
  id: 'presence_signal',
  version: 2,
  weights: { forum_presence: 40, live_presence: 20, recency: 25, decline: 15 },
  confidenceAtMost: 'low',
});

/**
 * Which of the two a course-week can be given: isolation as soon as one enrolled learner is visible in a source that
 * says who turned to whom. Views and attendance alone do not.
 */
export function kindOf({ learners }: CourseWeekSignals): ScoreKind {
  const relational = learners.some(
    ({ eligible, unseen, optedOut, visibility }) =>
      eligible && !unseen && !optedOut && anyFeeds(visibility, ['forum', 'group']),
  );
  return relational ? 'isolation' : 'presence_signal';
}
