import { decline, ramp, ratio, shrunkShare } from './concern.ts';
import type { ScoreDefinition } from './definition.ts';
import type { Observed } from './observed.ts';
import type { Reference, Usual } from './reference-group.ts';
import type { ComponentId } from './types.ts';

/** One component of one learner, known: the value, what it is compared with, and how much that concerns us. */
export interface Measured {
  /** In the component's own unit. */
  readonly value: number;
  /** Null where there is no usual. */
  readonly usual: Usual | null;
  /** 0..1. */
  readonly concern: number;
}

/** Null: cannot be known. */
type Component = (observed: Observed, reference: Reference, definition: ScoreDefinition) => Measured | null;

/** What each component reads and how it becomes a concern. Weights and limits are the definition's. */
export const components: Readonly<Record<ComponentId, Component>> = {
  /** S01, effective peers. */
  peer_contact: (observed, reference) => besideUsual(observed.effectivePeers, reference.usual.peer_contact),

  /** S02, classmates who turned to the learner in 42 days. */
  inbound_peers: (observed, reference) => besideUsual(observed.inboundPeers, reference.usual.inbound_peers),

  /** S08, the share of own posts a classmate answered. */
  being_answered({ posts }, { answered: usual }, { beingAnswered: rule }) {
    if (posts === null || posts.answerable < rule.minPosts) return null;
    return besideUsual(shrunkShare(posts.answered, posts.answerable, usual.mu, rule.priorPosts), usual);
  },

  /** S06 out, what the learner addressed to classmates, in replies. */
  voice: (observed, reference) => besideUsual(observed.voice, reference.usual.voice),

  /** S23, live sessions attended over those within reach in 28 days. */
  live_presence: (observed, reference) => besideUsual(observed.liveRate, reference.usual.live_presence),

  /** S28, days since the last trace. */
  recency: ({ recencyDays }, _, { recency: { from, to } }) =>
    recencyDays === null ? null : { value: recencyDays, usual: null, concern: ramp(recencyDays, from, to) },

  /** S29, what is missing of the own earlier presence. */
  decline({ rhythm }, { presenceFactor }) {
    if (rhythm === null) return null;
    const missing = decline(rhythm.recent, rhythm.base, presenceFactor);
    return { value: missing, usual: null, concern: missing };
  },

  /** S36, the learner's own answer, 1..5. */
  felt_belonging: ({ pulse }, _, { belonging: { fine, poor } }) =>
    pulse === null ? null : { value: pulse, usual: null, concern: ramp(pulse, fine, poor) },

  /** S32, days in 28 on which the forum was opened. Presence signal only. */
  forum_presence: (observed, reference) => besideUsual(observed.forumPresenceDays, reference.usual.forum_presence),
};

function besideUsual(value: number | null, usual: Usual | null): Measured | null {
  return value === null || usual === null ? null : { value, usual, concern: ratio(value, usual.value) };
}
