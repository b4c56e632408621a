import type { Affordances } from './affordances.ts';
import type { CourseFacts } from './facts/course-facts.ts';
import type { CourseWeekScores } from '../score/course-week.ts';
import { isConnected } from './signals/visibility.ts';

/** What limits a course-week. Each has a sentence and a next step on the page. */
export type Notice =
  | 'no_way_to_connect'
  | 'no_staff'
  | 'no_roster'
  | 'no_forum'
  | 'no_live'
  | 'no_activity'
  | 'parents_unknown'
  | 'presence_signal_only'
  | 'small_course';

/** Reference groups of fewer people have no usual to compare with. */
const smallestCourse = 8;

export function noticesOf(
  facts: CourseFacts,
  scores: CourseWeekScores,
  asOf: number,
  { wayToConnect }: Affordances,
): readonly Notice[] {
  const { connections, members, posts } = facts;
  const notices: (Notice | false)[] = [
    // First: where nobody can be connected, everything else is beside the point.
    !wayToConnect && 'no_way_to_connect',
    !members.some((member) => member.staff !== null) && 'no_staff',
    !members.some((member) => member.learner !== null && !member.provisional) && 'no_roster',
    scores.kind === 'presence_signal' && 'presence_signal_only',
    !isConnected(connections.forum, asOf) && 'no_forum',
    !isConnected(connections.live, asOf) && 'no_live',
    !isConnected(connections.activity, asOf) && 'no_activity',
    posts.length > 0 && !posts.some((post) => post.parentsKnown) && 'parents_unknown',
    scores.learners.filter(({ state }) => state !== 'not_enrolled').length < smallestCourse && 'small_course',
  ];
  return notices.filter((notice) => notice !== false);
}
