import { median } from '../measures/median.ts';
import { componentSources } from './component-sources.ts';
import type { ScoreDefinition } from './definition.ts';
import type { ComponentId, LearnerSignals } from './types.ts';
import { anyFeeds } from './visibility.ts';

/** One learner's signals after visibility: whatever comes from a source that does not feed has become null. */
export interface Observed {
  readonly effectivePeers: number | null;
  readonly inboundPeers: number | null;
  readonly voice: number | null;
  readonly liveRate: number | null;
  readonly forumPresenceDays: number | null;
  /** k in q, together or not at all. */
  readonly posts: { readonly answered: number; readonly answerable: number } | null;
  readonly recencyDays: number | null;
  /** Active days a week, lately and before. Null: too few weeks, or hardly ever here before. */
  readonly rhythm: { readonly recent: number; readonly base: number } | null;
  readonly pulse: number | null;
}

/** @throws RangeError on signals no fact can have, such as more answered posts than posts. */
export function observe(learner: LearnerSignals, definition: ScoreDefinition): Observed {
  const seen = <Value>(component: ComponentId, value: Value | null): Value | null =>
    anyFeeds(learner.visibility, componentSources[component]) ? value : null;
  const presence = definition.weeksNotLogged === 'silence' ? (learner.unloggedCounted ?? learner) : learner;
  return {
    effectivePeers: seen('peer_contact', learner.effectivePeers),
    inboundPeers: seen('inbound_peers', learner.inboundPeers),
    voice: seen('voice', learner.voice),
    liveRate: seen('live_presence', learner.liveRate),
    forumPresenceDays: seen('forum_presence', learner.forumPresenceDays),
    posts: seen('being_answered', postsOf(learner)),
    recencyDays: seen('recency', presence.recencyDays),
    rhythm: seen('decline', rhythmOf(presence.weeklyActiveDays, definition.decline)),
    pulse: seen('felt_belonging', learner.pulse),
  };
}

function postsOf({ answered, answerable }: LearnerSignals): Observed['posts'] {
  if (answered === null || answerable === null) return null;
  if (answered < 0 || answered > answerable) throw new RangeError(`${answered} of ${answerable} posts were answered?`);
  return { answered, answerable };
}

/** S29's two numbers: the mean of the last weeks and the median of every complete week before them. */
function rhythmOf(weeks: readonly number[] | null, rule: ScoreDefinition['decline']): Observed['rhythm'] {
  if (weeks === null) return null;
  const earlier = weeks.slice(0, -rule.recentWeeks);
  const base = median(earlier);
  if (base === null || earlier.length < rule.minBaseWeeks || base < rule.minBase) return null;
  const recent = weeks.slice(-rule.recentWeeks).reduce((sum, days) => sum + days, 0) / rule.recentWeeks;
  return { recent, base };
}
