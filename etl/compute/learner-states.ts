import { inboundPeers } from './signals/contact.ts';
import type { CourseSnapshot } from './snapshot.ts';
import type { LearnerValues } from './values.ts';
import { daysWithin } from './facts/active-days.ts';
import { repliesTo } from '../indicators/reading/replies.ts';
import { reciprocatedTies } from '../measures/reciprocity.ts';
import type { CourseWeekScores } from '../score/course-week.ts';
import { patternsNow, type PatternSignals, type PatternsNow } from '../score/patterns.ts';
import { rosterStateOf, type RosterState } from '../score/roster-state.ts';
import type { LearnerSignals } from '../score/types.ts';
import { feeds, type Source } from '../score/visibility.ts';

const dayMs = 86_400_000;
const relational: readonly Source[] = ['forum', 'live', 'group'];

/** Whether each pattern's rule holds at T, by person; only learners of E have traces to read. */
export function patternsAt(
  snapshot: CourseSnapshot,
  scores: CourseWeekScores,
  values: LearnerValues,
): ReadonlyMap<number, PatternsNow> {
  return new Map(
    snapshot.people.map((person, node) => [person, patternsNow(signalsAt(snapshot, scores, values, node, person))]),
  );
}

function signalsAt(
  snapshot: CourseSnapshot,
  { references, definition }: CourseWeekScores,
  values: LearnerValues,
  node: number,
  person: number,
): PatternSignals {
  const { network, asOf, lastDay, reactions } = snapshot;
  const own = snapshot.signals[node]!;
  const forum = feeds(own.visibility.forum);
  const active = feeds(own.visibility.activity);
  const { starts, weights } = network.undirected;
  const direct = weights.subarray(starts[node], starts[node + 1]);
  const total = direct.reduce((sum, weight) => sum + weight, 0);
  const days = own.forumPresenceDays === null ? snapshot.daysOf(person) : snapshot.forumDaysOf(person);
  const reacted = reactions.filter(({ personId, at }) => personId === person && asOf - at <= 28 * dayMs).length;
  return {
    answered: own.answered,
    answerable: own.answerable,
    mu: references[own.opportunityGroup]?.answered.mu ?? definition.beingAnswered.fallback,
    directContact: forum ? total : null,
    topPartnerShare: forum && total > 0 ? Math.max(...direct) / total : null,
    staffReplies: forum && snapshot.staffKnown ? repliesTo(snapshot, person).staff : null,
    inboundPeers: own.inboundPeers,
    presenceDays: active ? [daysWithin(days, lastDay - 13, lastDay - 7), daysWithin(days, lastDay - 6, lastDay)] : null,
    contributions28d: forum ? snapshot.posts[node]! + reacted : null,
    groupShare: values.group_participation_share?.[node] as number | null,
    recencyDays: own.recencyDays,
    everActive: active ? snapshot.daysOf(person).length > 0 : null,
    enrolledDays: Math.floor((asOf - snapshot.enrolledAt[node]!) / dayMs),
    pulse: own.pulse,
  };
}

/** The roster state of every enrolled learner, by person. Who is not enrolled this week has none. */
export function rosterStatesAt(
  snapshot: CourseSnapshot,
  learners: readonly LearnerSignals[],
): ReadonlyMap<number, RosterState> {
  const mutual = reciprocatedTies(snapshot.network);
  const peers = new Set(snapshot.people);
  const recent = snapshot.writing.filter(({ at }) => snapshot.asOf - at <= 42 * dayMs);
  const wrote = new Set(recent.map(({ author }) => author));
  return new Map(
    learners
      .filter(({ eligible }) => eligible)
      .map((learner) => {
        const person = Number(learner.learnerId);
        const node = snapshot.nodeOf.get(person);
        const state = rosterStateOf({
          unseen: learner.unseen,
          optedOut: learner.optedOut,
          reachable: relational.some((source) => feeds(learner.visibility[source])),
          unmatched: relational.some((source) => learner.visibility[source] === 'not_matched'),
          everActive: snapshot.daysOf(person).length > 0,
          posts42d: wrote.has(person) ? 1 : 0,
          inboundPeers: inboundPeers(person, peers, snapshot.contacts),
          reciprocatedTies: node === undefined ? 0 : mutual[node]!,
          forum: feeds(learner.visibility.forum),
          effectivePeers: learner.effectivePeers ?? 0,
        });
        return [person, state];
      }),
  );
}
