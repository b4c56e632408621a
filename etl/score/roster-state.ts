/**
 * The roster state: one word for every enrolled learner, so that nobody falls between two lists.
 *
 * The first that holds counts. It says what could be seen, not how a learner feels, and it filters the roster. It is
 * no score: a learner with a low score and a learner with a high one may share a state.
 */
export const rosterStates = {
  /** Unseen, opted out, or matched in nothing that could show contact. */
  cannot_see: 'We cannot see them',
  /** No forum, session or group is within their reach. */
  no_opportunity: 'Nothing to take part in',
  never_started: 'Not here yet',
  /** Here, and no post in six weeks. */
  reading_only: 'Reads along',
  /** Posts, and no classmate has turned to them in six weeks. */
  unanswered: 'Writes, nobody has turned to them',
  /** Classmates turn to them or they to classmates, never both. */
  one_way: 'One way only',
  connected: 'In touch with classmates',
} as const;

export type RosterState = keyof typeof rosterStates;

/** What decides the state of one enrolled learner at T. */
export interface RosterSignals {
  readonly unseen: boolean;
  readonly optedOut: boolean;
  /** Forum, sessions or groups: whether one of them can show the learner; not matched in one that exists. */
  readonly reachable: boolean;
  readonly unmatched: boolean;
  readonly everActive: boolean;
  readonly posts42d: number;
  /** S02 and S07. */
  readonly inboundPeers: number;
  readonly reciprocatedTies: number;
  /** Whether there is a forum at all; without one, company in sessions and groups decides. */
  readonly forum: boolean;
  readonly effectivePeers: number;
}

export function rosterStateOf(learner: RosterSignals): RosterState {
  if (learner.unseen || learner.optedOut) return 'cannot_see';
  if (!learner.reachable) return learner.unmatched ? 'cannot_see' : 'no_opportunity';
  if (!learner.everActive) return 'never_started';
  if (!learner.forum) return learner.effectivePeers > 0 ? 'connected' : 'reading_only';
  if (learner.posts42d === 0) return 'reading_only';
  if (learner.inboundPeers === 0) return 'unanswered';
  return learner.reciprocatedTies === 0 ? 'one_way' : 'connected';
}
