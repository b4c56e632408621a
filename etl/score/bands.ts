import type { BandThresholds, ScoreDefinition } from './definition.ts';
import type { Band } from './types.ts';

/**
 * Bands with hysteresis: a band follows two scores, not one, so that nobody wanders in and out of a list.
 *
 * Everyone starts as connected. Up to the highest band whose threshold the last two scores reach, or the last one
 * alone with a margin of 15. Down to the highest band whose exit value the last two do not both undercut. A week
 * without a score keeps the band. Scores are unrounded, and two scores more than three weeks apart are not
 * consecutive: then the last stands alone.
 */
const rising = ['connected', 'watch', 'elevated', 'high'] as const satisfies readonly Band[];

/** One week of one learner. Weeks rise; the scores are of one kind and one definition. */
export interface ScoredWeek {
  readonly week: number;
  readonly score: number | null;
}

/** The band of a single score, without history. */
export function rawBand(score: number, enter: BandThresholds): Band {
  return highest((band) => score >= enter[band]);
}

/** The band after each week. Null until the first score: there is nothing to stay in yet. */
export function bandsOver(weeks: readonly ScoredWeek[], rule: ScoreDefinition['bands']): readonly (Band | null)[] {
  let band: Band | null = null;
  let last: (ScoredWeek & { score: number }) | undefined;
  return weeks.map(({ week, score }) => {
    if (score === null) return band;
    const before = last !== undefined && week - last.week <= rule.maxGapWeeks ? last.score : null;
    band = nextBand(band ?? 'connected', before, score, rule);
    last = { week, score };
    return band;
  });
}

/** One step: the band after `score`, given the band so far and the score before, null if there is none to pair with. */
export function nextBand(band: Band, before: number | null, score: number, rule: ScoreDefinition['bands']): Band {
  const up = highest(
    (above) =>
      score >= rule.enter[above] + rule.jump ||
      (before !== null && before >= rule.enter[above] && score >= rule.enter[above]),
  );
  if (rising.indexOf(up) > rising.indexOf(band)) return up;
  if (before === null) return band;
  return highest(
    (below) =>
      rising.indexOf(below) <= rising.indexOf(band) && (before >= rule.leave[below] || score >= rule.leave[below]),
  );
}

function highest(holds: (band: Exclude<Band, 'connected'>) => boolean): Band {
  return rising.findLast((band) => band === 'connected' || holds(band))!;
}
