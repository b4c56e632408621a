import { componentSources } from './component-sources.ts';
import { isolation } from './isolation.ts';
import { presenceSignal } from './presence-signal.ts';
import type { ComponentId } from './types.ts';

/** What the methods page and `kith explain` say about one component of a score. Numbers come from the definitions. */
export interface ComponentAbout {
  readonly id: ComponentId;
  readonly title: string;
  readonly question: string;
  readonly unit: string;
  readonly formula: string;
  readonly minimum: string;
  readonly source: string;
  readonly pitfalls: string;
  readonly needs: readonly string[];
  readonly weight: number;
  readonly version: number;
}

type Words = Omit<ComponentAbout, 'id' | 'needs' | 'weight' | 'version'>;

const { usual, beingAnswered, recency, decline, belonging } = isolation;

/** How a value becomes points: none at or above the usual, all at nothing. */
const besideUsual = (limits: { atLeast: number; atMost: number }, what: string): string =>
  `${what}. Concern = 1 - value / usual, between 0 and 1; the usual is the median of active classmates with the same ` +
  `opportunities, kept within ${String(limits.atLeast)} and ${String(limits.atMost)}.`;

const words: Readonly<Record<ComponentId, Words>> = {
  peer_contact: {
    title: 'Contact with classmates',
    question: 'With how many classmates was the learner really in touch lately?',
    unit: 'classmates',
    formula: besideUsual(
      usual.peer_contact,
      'Sum over classmates of 1 - exp(-contact): what reached the learner counts full, what they sent half, time together full, each halving every 14 days',
    ),
    minimum: 'a forum, live sessions or group work within reach',
    source: 'Dawson (2008); Saqr et al. (2022): degree-type measures are what replicates',
    pitfalls: 'Contact outside what Kith sees is missing. Sitting in a plenary counts little, by design.',
  },
  inbound_peers: {
    title: 'Classmates who turned to them',
    question: 'How many classmates replied to, mentioned or reacted to the learner in six weeks?',
    unit: 'classmates',
    formula: besideUsual(
      usual.inbound_peers,
      'Number of classmates from whom anything directed reached the learner in 42 days',
    ),
    minimum: 'a forum that has been open for two weeks',
    source: 'Stadtfeld et al. (2019); Dawson (2008)',
    pitfalls: 'Zero by construction for someone who never posts: read it beside "being answered".',
  },
  being_answered: {
    title: 'Being answered',
    question: 'Do classmates answer what the learner writes?',
    unit: 'share of posts',
    formula:
      `(k + ${String(beingAnswered.priorPosts)} mu) / (q + ${String(beingAnswered.priorPosts)}): q own posts aged 48 hours to 28 days, ` +
      `k of them answered by a classmate within 7 days, mu the course's share (at least ${String(beingAnswered.floor)}). Concern = 1 - value / mu.`,
    minimum: `${String(beingAnswered.minPosts)} own posts aged 2 to 28 days, in a source that says which post a reply answers`,
    source:
      'Joyce & Kraut (2006): an answered first post is followed by another in 56 % of cases, an unanswered one in 44 %',
    pitfalls: 'A closing "thanks!" needs no answer.',
  },
  voice: {
    title: 'Voice',
    question: 'How much has the learner written to classmates lately?',
    unit: 'replies',
    formula: besideUsual(usual.voice, 'Decayed weight of what the learner addressed to classmates'),
    minimum: 'a forum that has been open for two weeks',
    source: 'Macfadyen & Dawson (2010)',
    pitfalls: 'Those who read along often learn; mandatory posting inflates it.',
  },
  live_presence: {
    title: 'Live presence',
    question: 'To how many of the sessions within reach did the learner come?',
    unit: 'share of sessions',
    formula: besideUsual(
      usual.live_presence,
      "Sessions attended over sessions offered in 28 days, excused ones and those at night in the learner's own zone left out",
    ),
    minimum: 'one session within reach',
    source: 'Kassarnig et al. (2018)',
    pitfalls: 'Bound to opportunity: work, care and time zones keep people away.',
  },
  recency: {
    title: 'Last seen',
    question: 'How long is it since the last trace?',
    unit: 'days',
    formula: `Whole days since the last active day, without weeks whose log was not written. Concern rises from 0 at ${String(recency.from)} days to 1 at ${String(recency.to)}.`,
    minimum: 'an activity log that knows the learner',
    source: 'Two-week rule, University of Nottingham (2023)',
    pitfalls: 'Finds only the absent, not those who are present and unanswered.',
  },
  decline: {
    title: 'Decline against the own past',
    question: 'Is the learner here less than before?',
    unit: 'share',
    formula:
      `1 - (recent / base) / f: active days a week in the last ${String(decline.recentWeeks)} weeks against the median of the weeks before, both without weeks whose log was not written; ` +
      'f is the same ratio for the class, so that a reading week accuses nobody.',
    minimum: `${String(decline.minBaseWeeks)} complete weeks before the last ${String(decline.recentWeeks)}, with at least ${String(decline.minBase)} active day a week`,
    source: 'Nottingham Trent University: a springboard to start a conversation',
    pitfalls: 'Noisy, and moves together with "last seen": it weighs little.',
  },
  felt_belonging: {
    title: 'Felt belonging',
    question: 'What did the learner tell us?',
    unit: '1 to 5',
    formula: `Latest answer to the belonging pulse within 35 days. Concern falls from 1 at ${String(belonging.poor)} to 0 at ${String(belonging.fine)}.`,
    minimum: 'an answer the learner chose to share with their instructors',
    source: 'Gopalan, Linden-Carmichael & Lanza (2020)',
    pitfalls: 'Rarely present, and who answers is not chance.',
  },
  forum_presence: {
    title: 'Forum presence',
    question: 'On how many days did the learner open the forum?',
    unit: 'days',
    formula: besideUsual(usual.forum_presence, 'Days in 28 on which a forum or chat was opened'),
    minimum: 'a log of views',
    source: 'Beaudoin (2002)',
    pitfalls: 'Part of the presence signal only: it says who was there, not who talks to whom.',
  },
};

/** Every component of both scores. */
export const componentAbouts: readonly ComponentAbout[] = (Object.keys(words) as ComponentId[]).map((id) => ({
  id,
  ...words[id],
  needs: componentSources[id],
  weight: isolation.weights[id] ?? presenceSignal.weights[id] ?? 0,
  version: isolation.version,
}));
