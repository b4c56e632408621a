import { ScoreDefinition } from './definition.ts';

/**
 * Isolation, version 2: how little a learner is in touch with classmates, 0..100, higher = less connected.
 *
 * The weights are rounded values from the plateau of a search on simulated courses; they were never fitted to real
 * data. Contact and attention carry most, because degree-type measures are what replicates (Saqr et al. 2022; Dawson
 * 2008). Being answered is the only component that sees "writes, but nobody answers" (Joyce & Kraut 2006). Silence is
 * a weak sign, since those who read along often learn (Beaudoin 2002), and attendance is bound to opportunity, so
 * both have 10. Recency follows the two-week rule (Nottingham 2023); decline is noisy and correlated with it.
 * Belonging is the only direct question and rarely answered.
 *
 * Version 1 took a week that the platform's log was not written in for silence.
 */
export const isolation: ScoreDefinition = ScoreDefinition.parse({
  id: 'isolation',
  version: 2,
  weights: {
    peer_contact: 25,
    inbound_peers: 15,
    being_answered: 15,
    voice: 10,
    live_presence: 10,
    recency: 10,
    decline: 5,
    felt_belonging: 10,
  },
  usual: {
    peer_contact: { atLeast: 1, atMost: 4, fallback: 2 },
    inbound_peers: { atLeast: 1, atMost: 4, fallback: 2 },
    voice: { atLeast: 0.5, atMost: 3, fallback: 1 },
    live_presence: { atLeast: 0.4, atMost: 0.8, fallback: 0.6 },
    // Not a component of isolation; its fallback is the geometric middle of its limits, as the others' nearly are.
    forum_presence: { atLeast: 1, atMost: 8, fallback: 3 },
  },
  beingAnswered: { minPosts: 2, priorPosts: 2, floor: 0.2, fallback: 0.3 },
  weeksNotLogged: 'left_out',
  recency: { from: 5, to: 14 },
  decline: { recentWeeks: 2, minBaseWeeks: 3, minBase: 1, factor: { atLeast: 0.25, atMost: 1 } },
  belonging: { fine: 4, poor: 2 },
  reference: { minLearners: 5, minGroup: 8 },
  minCoverage: 0.5,
  minWeeks: 2,
  fullConfidenceWeeks: 3,
  confidence: { high: 0.75, medium: 0.5 },
  confidenceAtMost: 'high',
  bands: {
    enter: { watch: 30, elevated: 45, high: 60 },
    leave: { watch: 24, elevated: 38, high: 52 },
    jump: 15,
    maxGapWeeks: 3,
  },
  trend: { scores: 4, slope: 4, change: 10 },
});
