import { median } from '../measures/median.ts';
import { clamp } from './concern.ts';
import type { ScoreDefinition } from './definition.ts';
import type { Observed } from './observed.ts';
import type { Comparison, UsualBasis } from './types.ts';

/**
 * Compare like with like: what is usual is the median over R, the learners active in the last 14 days, among those
 * who had the same opportunities. Never a demographic group.
 */
export interface Reference extends Comparison {
  /** By component. Null where nobody in R has a value: then nobody's concern can be known. */
  readonly usual: Readonly<Record<keyof ScoreDefinition['usual'], Usual | null>>;
  /** The usual share of posts that a classmate answers. */
  readonly answered: Usual & { readonly mu: number };
  /** 0.25..1: how much of its earlier presence the whole group keeps; below 1 in a reading week, for instance. */
  readonly presenceFactor: number;
}

export interface Usual {
  /** What a learner is compared with, in the component's unit. */
  readonly value: number;
  /** As measured, before limits. Null: not measured. */
  readonly median: number | null;
  readonly basis: UsualBasis;
}

/** A learner of E as the reference group sees them. */
export interface Member {
  readonly opportunityGroup: string;
  readonly activeLast14: boolean;
  readonly observed: Observed;
}

/** The reference of every opportunity group that occurs: the group itself, else the course, else fixed values. */
export function references(members: readonly Member[], definition: ScoreDefinition): ReadonlyMap<string, Reference> {
  const { minGroup, minLearners } = definition.reference;
  const active = members.filter(({ activeLast14 }) => activeLast14);
  const whole = referenceOf(active.length >= minLearners ? 'course' : 'fallback', active, definition);

  const groups = Map.groupBy(members, ({ opportunityGroup }) => opportunityGroup);
  return new Map(
    [...groups].map(([group, own]) => {
      const activeOwn = own.filter(({ activeLast14 }) => activeLast14);
      const stands = own.length >= minGroup && activeOwn.length >= minLearners && own.length < members.length;
      return [group, stands ? referenceOf('group', activeOwn, definition) : whole];
    }),
  );
}

function referenceOf(basis: Comparison['basis'], active: readonly Member[], definition: ScoreDefinition): Reference {
  const seen = active.map(({ observed }) => observed);
  const usual = (component: keyof ScoreDefinition['usual'], pick: (one: Observed) => number | null): Usual | null => {
    const { atLeast, atMost, fallback } = definition.usual[component];
    if (basis === 'fallback') return { value: fallback, median: null, basis };
    const middle = median(seen.map(pick));
    return middle === null ? null : withinLimits(middle, atLeast, atMost);
  };
  return {
    basis,
    learners: active.length,
    usual: {
      peer_contact: usual('peer_contact', (one) => one.effectivePeers),
      inbound_peers: usual('inbound_peers', (one) => one.inboundPeers),
      voice: usual('voice', (one) => one.voice),
      live_presence: usual('live_presence', (one) => one.liveRate),
      forum_presence: usual('forum_presence', (one) => one.forumPresenceDays),
    },
    answered: usuallyAnswered(basis, seen, definition.beingAnswered),
    presenceFactor: presenceFactor(seen, definition.decline.factor),
  };
}

function withinLimits(middle: number, atLeast: number, atMost: number): Usual {
  const basis = middle < atLeast ? 'at_least' : middle > atMost ? 'at_most' : 'median';
  return { value: clamp(middle, atLeast, atMost), median: middle, basis };
}

/** mu: answered posts over posts, pooled over all of R, also over those with a single post. */
function usuallyAnswered(
  basis: Comparison['basis'],
  seen: readonly Observed[],
  { floor, fallback }: ScoreDefinition['beingAnswered'],
): Reference['answered'] {
  const answerable = seen.reduce((sum, { posts }) => sum + (posts?.answerable ?? 0), 0);
  if (basis === 'fallback' || answerable === 0) {
    return { mu: fallback, value: Math.max(fallback, floor), median: null, basis: 'fallback' };
  }
  const mu = seen.reduce((sum, { posts }) => sum + (posts?.answered ?? 0), 0) / answerable;
  return { mu, ...withinLimits(mu, floor, 1) };
}

function presenceFactor(seen: readonly Observed[], limits: ScoreDefinition['decline']['factor']): number {
  const rhythms = seen.flatMap(({ rhythm }) => (rhythm === null ? [] : [rhythm]));
  const recent = median(rhythms.map((rhythm) => rhythm.recent));
  const base = median(rhythms.map((rhythm) => rhythm.base));
  return recent === null || base === null ? 1 : clamp(recent / base, limits.atLeast, limits.atMost);
}
