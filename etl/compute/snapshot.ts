import { daysWithin } from './facts/active-days.ts';
import type { CourseFacts } from './facts/course-facts.ts';
import type { TieEvent } from './facts/ties.ts';
import type { CourseWeek } from './calendar.ts';
import type { CourseSnapshot } from '../indicator.ts';
import { buildNetwork, type Network } from '../measures/network.ts';
import type { LearnerWeek } from '../score/types.ts';
import { networkKinds } from '../ties/index.ts';
import { decay, inWindow } from './signals/contact.ts';
import { isConnected } from './signals/visibility.ts';
import { lastDayOf } from './signals/presence.ts';

const fourWeeksMs = 672 * 3_600_000;

/** What course indicators look at, in the order of `peers` (E without opted-out learners). */
export function snapshotAt(
  facts: CourseFacts,
  week: CourseWeek,
  peers: readonly number[],
  learners: readonly LearnerWeek[],
): CourseSnapshot {
  const asOf = week.end;
  const byId = new Map(learners.map((learner) => [learner.learnerId, learner]));
  const last = lastDayOf(week);
  const recent = facts.posts.filter(({ at }) => at < asOf && asOf - at <= fourWeeksMs);
  return {
    network: peerNetwork(
      peers,
      facts.ties.filter(({ at }) => inWindow(at, asOf)),
      (tie) => decay(tie.at, asOf),
    ),
    posts: postCounts(peers, recent),
    active: peers.map((person) => daysWithin(facts.activeDays.get(person), last - 6, last) > 0),
    scores: peers.map((person) => byId.get(String(person))?.score ?? null),
    coverage: peers.map((person) => byId.get(String(person))?.coverage ?? null),
    roster: facts.members.some((member) => member.learner !== null && !member.provisional),
    forum: isConnected(facts.connections.forum, asOf),
    activity: isConnected(facts.connections.activity, asOf),
  };
}

/** G of §9.1.3: arcs of people who addressed each other by choice, without staff. */
export function peerNetwork(
  peers: readonly number[],
  ties: readonly TieEvent[],
  weigh: (tie: TieEvent) => number = () => 1,
): Network {
  return buildNetwork(
    peers.map(String),
    ties
      .filter((tie) => tie.layer === 'direct_peer' && networkKinds.includes(tie.kind))
      .map((tie) => ({ source: String(tie.source), target: String(tie.target), weight: tie.weight * weigh(tie) })),
  );
}

/** Posts by person, in the order of `peers`, zeros included. */
export function postCounts(peers: readonly number[], posts: readonly { readonly author: number }[]): Uint32Array {
  const place = new Map(peers.map((person, index) => [person, index]));
  const counts = new Uint32Array(peers.length);
  for (const { author } of posts) {
    const index = place.get(author);
    if (index !== undefined) counts[index]! += 1;
  }
  return counts;
}
