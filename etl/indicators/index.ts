import { accessShare } from './access-share.ts';
import { activeDays14d } from './active-days-14d.ts';
import { answered48hShare } from './answered-48h-share.ts';
import { asyncAlternativeShare } from './async-alternative-share.ts';
import { attendanceGap } from './attendance-gap.ts';
import { attendanceRate28d } from './attendance-rate-28d.ts';
import { attendanceTrend } from './attendance-trend.ts';
import { belongingAffiliation } from './belonging-affiliation.ts';
import { belongingConnection } from './belonging-connection.ts';
import { belongingMean } from './belonging-mean.ts';
import { belongingOwnership } from './belonging-ownership.ts';
import { belongingResponseRate } from './belonging-response-rate.ts';
import { belongingSafety } from './belonging-safety.ts';
import { betweenness } from './betweenness.ts';
import { breakoutPeers } from './breakout-peers.ts';
import { breakoutShare } from './breakout-share.ts';
import { breakoutsAttended28d } from './breakouts-attended-28d.ts';
import { circles } from './circles.ts';
import { connectedShare } from './connected-share.ts';
import { connectionStatus } from './connection-status.ts';
import { copresentStrength } from './copresent-strength.ts';
import { crossGroupShare } from './cross-group-share.ts';
import { dataCoverage } from './data-coverage.ts';
import { daysToFirstPeerTie } from './days-to-first-peer-tie.ts';
import { declineVsOwnBaseline } from './decline-vs-own-baseline.ts';
import { degreeCentralisation } from './degree-centralisation.ts';
import { density } from './density.ts';
import { distinctPeers42d } from './distinct-peers-42d.ts';
import { distinctPeersPerThread } from './distinct-peers-per-thread.ts';
import { effectivePeers } from './effective-peers.ts';
import { egoConstraint } from './ego-constraint.ts';
import { eigenvectorGc } from './eigenvector-gc.ts';
import { facilitatorCentralisation } from './facilitator-centralisation.ts';
import { feedbackReceived } from './feedback-received.ts';
import { firstPostStatus } from './first-post-status.ts';
import { forumPresenceDays28d } from './forum-presence-days-28d.ts';
import { giantComponentShare } from './giant-component-share.ts';
import { groupHealth } from './group-health.ts';
import { groupParticipationShare } from './group-participation-share.ts';
import { harmonicCloseness } from './harmonic-closeness.ts';
import { inboundPeers42d } from './inbound-peers-42d.ts';
import { informalShare } from './informal-share.ts';
import { isolatesShare } from './isolates-share.ts';
import { kCore } from './k-core.ts';
import { leadershipConcentration } from './leadership-concentration.ts';
import { localClustering } from './local-clustering.ts';
import { lurkerRatio } from './lurker-ratio.ts';
import { maximalCliques3plus } from './maximal-cliques-3plus.ts';
import { medianDistinctPeers } from './median-distinct-peers.ts';
import { medianFirstReplyH } from './median-first-reply-h.ts';
import { mentorContact28d } from './mentor-contact-28d.ts';
import { mixingCohort } from './mixing-cohort.ts';
import { mixingGroup } from './mixing-group.ts';
import { mixingRegion } from './mixing-region.ts';
import { mixingTimeZone } from './mixing-time-zone.ts';
import { modularityLouvain } from './modularity-louvain.ts';
import { newcomerAnswered48h } from './newcomer-answered-48h.ts';
import { newcomerReturn28d } from './newcomer-return-28d.ts';
import { pagerankIn } from './pagerank-in.ts';
import { participationGini } from './participation-gini.ts';
import { partnerConcentration } from './partner-concentration.ts';
import { peerAnsweredShare } from './peer-answered-share.ts';
import { peerFeedbackDone } from './peer-feedback-done.ts';
import { peerLeaders } from './peer-leaders.ts';
import { pulseBelonging } from './pulse-belonging.ts';
import { reactionCoverage } from './reaction-coverage.ts';
import { recencyDays } from './recency-days.ts';
import { reciprocatedTies42d } from './reciprocated-ties-42d.ts';
import { reciprocity } from './reciprocity.ts';
import { reciprocityRatio } from './reciprocity-ratio.ts';
import { reconnectRate } from './reconnect-rate.ts';
import { regularity } from './regularity.ts';
import { repliesGiven28d } from './replies-given-28d.ts';
import { repliesPerThread } from './replies-per-thread.ts';
import { repliesReceived28d } from './replies-received-28d.ts';
import { resilienceTop5pct } from './resilience-top5pct.ts';
import { retentionActive } from './retention-active.ts';
import { socialShare } from './social-share.ts';
import { staffContactShare } from './staff-contact-share.ts';
import { staffDependence } from './staff-dependence.ts';
import { staffFeedbackShare } from './staff-feedback-share.ts';
import { staffMedianReplyH } from './staff-median-reply-h.ts';
import { staffMedianReplyWorkingH } from './staff-median-reply-working-h.ts';
import { staffReach } from './staff-reach.ts';
import { staffReachGap } from './staff-reach-gap.ts';
import { staffThreadPresence } from './staff-thread-presence.ts';
import { tieStrengthIn } from './tie-strength-in.ts';
import { tiesLost } from './ties-lost.ts';
import { tiesNew } from './ties-new.ts';
import { timeSpread } from './time-spread.ts';
import { timeToFirstReplyH } from './time-to-first-reply-h.ts';
import { transitivity } from './transitivity.ts';
import { unanswered7dShare } from './unanswered-7d-share.ts';
import { unansweredPostShare } from './unanswered-post-share.ts';
import { unansweredStreak } from './unanswered-streak.ts';
import { voice } from './voice.ts';
import { voicesShare } from './voices-share.ts';
import type { CourseIndicator, Indicator, LearnerIndicator } from '../indicator.ts';

/** Every indicator, in alphabetical order: the order of the methods page and of exports. */
export const indicators = [
  accessShare,
  activeDays14d,
  answered48hShare,
  asyncAlternativeShare,
  attendanceGap,
  attendanceRate28d,
  attendanceTrend,
  belongingAffiliation,
  belongingConnection,
  belongingMean,
  belongingOwnership,
  belongingResponseRate,
  belongingSafety,
  betweenness,
  breakoutPeers,
  breakoutShare,
  breakoutsAttended28d,
  circles,
  connectedShare,
  connectionStatus,
  copresentStrength,
  crossGroupShare,
  dataCoverage,
  daysToFirstPeerTie,
  declineVsOwnBaseline,
  degreeCentralisation,
  density,
  distinctPeers42d,
  distinctPeersPerThread,
  effectivePeers,
  egoConstraint,
  eigenvectorGc,
  facilitatorCentralisation,
  feedbackReceived,
  firstPostStatus,
  forumPresenceDays28d,
  giantComponentShare,
  groupHealth,
  groupParticipationShare,
  harmonicCloseness,
  inboundPeers42d,
  informalShare,
  isolatesShare,
  kCore,
  leadershipConcentration,
  localClustering,
  lurkerRatio,
  maximalCliques3plus,
  medianDistinctPeers,
  medianFirstReplyH,
  mentorContact28d,
  mixingCohort,
  mixingGroup,
  mixingRegion,
  mixingTimeZone,
  modularityLouvain,
  newcomerAnswered48h,
  newcomerReturn28d,
  pagerankIn,
  participationGini,
  partnerConcentration,
  peerAnsweredShare,
  peerFeedbackDone,
  peerLeaders,
  pulseBelonging,
  reactionCoverage,
  recencyDays,
  reciprocatedTies42d,
  reciprocity,
  reciprocityRatio,
  reconnectRate,
  regularity,
  repliesGiven28d,
  repliesPerThread,
  repliesReceived28d,
  resilienceTop5pct,
  retentionActive,
  socialShare,
  staffContactShare,
  staffDependence,
  staffFeedbackShare,
  staffMedianReplyH,
  staffMedianReplyWorkingH,
  staffReach,
  staffReachGap,
  staffThreadPresence,
  tieStrengthIn,
  tiesLost,
  tiesNew,
  timeSpread,
  timeToFirstReplyH,
  transitivity,
  unanswered7dShare,
  unansweredPostShare,
  unansweredStreak,
  voice,
  voicesShare,
] as const satisfies readonly Indicator[];

export type IndicatorId = (typeof indicators)[number]['id'];

export const courseIndicators: readonly CourseIndicator[] = indicators.filter((indicator) => indicator.of === 'course');

export const learnerIndicators: readonly LearnerIndicator[] = indicators.filter(
  (indicator) => indicator.of === 'learner',
);
