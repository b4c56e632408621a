import { Temporal } from 'temporal-polyfill';

import { density } from '../measures/density.ts';
import { giantComponentShare, isolatesShare } from '../measures/components.ts';
import { gini } from '../measures/gini.ts';
import { buildNetwork, type Network } from '../measures/network.ts';
import { reciprocity } from '../measures/reciprocity.ts';
import type { Calendar, CourseWeek } from './calendar.ts';
import type { CourseFacts } from './facts/course-facts.ts';
import type { TieEvent } from './facts/tie-event.ts';
import { courseSignals } from './signals/course-signals.ts';
import { decay, inWindow } from './signals/contact.ts';
import { isUnseen } from './signals/visibility.ts';
import { networkKinds } from '../ties/index.ts';

/** The peer network of a course in numbers, without staff. Shares are 0..1; null: it cannot be said of so few. */
export interface NetworkSummary {
  readonly n: number;
  readonly arcs: number;
  /** Share of people with nobody. */
  readonly isolates: number | null;
  /** Share of people in the largest component. */
  readonly giantComponent: number | null;
  readonly reciprocity: number | null;
  /** Of posts over all people, zeros included. */
  readonly gini: number | null;
  readonly density: number | null;
}

/** The whole course as one: every tie, undecayed, and every post. */
export function wholeNetwork(facts: CourseFacts): NetworkSummary {
  const optedOut = new Set(facts.optOuts.map(({ personId }) => personId));
  for (const { personId, granted } of facts.optOuts) if (granted) optedOut.delete(personId);
  const peers = facts.members
    .filter((member) => member.learner !== null && member.staff === null)
    .map(({ personId }) => personId)
    .filter((personId) => !optedOut.has(personId) && !isUnseen(personId, facts, Infinity));
  return summaryOf(
    peers,
    peerNetwork(peers, facts.ties, () => 1),
    facts.posts,
  );
}

const fourWeeksMs = 28 * 24 * 3_600_000;

/** The network at the end of a week: ties of 42 days, decayed, and posts of 28 days. */
export function weekNetwork(facts: CourseFacts, calendar: Calendar, week: CourseWeek): NetworkSummary {
  const peers = [...courseSignals(facts, calendar, week).peers];
  const ties = facts.ties.filter(({ at }) => inWindow(at, week.end));
  const posts = facts.posts.filter(({ at }) => at < week.end && week.end - at <= fourWeeksMs);
  return summaryOf(
    peers,
    peerNetwork(peers, ties, (tie) => decay(tie.at, week.end)),
    posts,
  );
}

/** The seven days that end as `day` (YYYY-MM-DD) begins, in the zone of the course, wherever its weeks lie. */
export function weekEnding(day: string, zone: string): CourseWeek {
  const end = Temporal.PlainDate.from(day);
  const monday = end.subtract({ days: 7 });
  const at = (date: Temporal.PlainDate) => date.toZonedDateTime(zone).epochMilliseconds;
  return { week: 0, monday: monday.toString(), start: at(monday), end: at(end) };
}

/** Arcs of people who addressed each other by choice. */
const peerNetwork = (peers: readonly number[], ties: readonly TieEvent[], weigh: (tie: TieEvent) => number): Network =>
  buildNetwork(
    peers.map(String),
    ties
      .filter(({ layer, kind }) => layer === 'direct_peer' && networkKinds.includes(kind))
      .map((tie) => ({ source: String(tie.source), target: String(tie.target), weight: tie.weight * weigh(tie) })),
  );

function summaryOf(peers: readonly number[], network: Network, posts: CourseFacts['posts']): NetworkSummary {
  const written = Map.groupBy(posts, ({ author }) => author);
  return {
    n: network.nodes.length,
    arcs: network.outgoing.neighbours.length,
    isolates: isolatesShare(network),
    giantComponent: giantComponentShare(network),
    reciprocity: reciprocity(network),
    gini: gini(peers.map((person) => written.get(person)?.length ?? 0)),
    density: density(network),
  };
}
