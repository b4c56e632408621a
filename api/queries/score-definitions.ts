import { shipped } from '@kith/etl/definitions/overridable.ts';
import type { listDefinitions } from '../contract/definitions.ts';
import type { ResponseOf } from '../contract/endpoint.ts';

type Definition = Omit<ResponseOf<typeof listDefinitions>[number], 'changesWith' | 'spoken'>;

const { isolation, presence_signal: presence, community_health: health, alerts } = shipped;
const percent = (share: number): string => `${String(Math.round(100 * share))} %`;
const weightsIn = (weights: object): string =>
  Object.entries(weights)
    .map(([part, weight]) => `${part} ${String(weight)}`)
    .join(', ');
const bandsIn = ({ enter, leave, jump }: typeof isolation.bands): string =>
  `Bands: watch from ${String(enter.watch)}, elevated from ${String(enter.elevated)}, high from ${String(enter.high)}, reached by two weeks running or by one with ${String(jump)} more; left below ${String(leave.watch)}, ${String(leave.elevated)} and ${String(leave.high)}, two weeks running.`;

/** The scores themselves, with every weight and threshold they are made with; what a programme changes stands beside. */
export const scoreDefinitions: readonly Definition[] = [
  {
    ...scoreOf('isolation', 'Isolation score', 'Who may be unconnected in this course, and why?', isolation.version),
    formula: `100 x sum of (weight x concern) over the parts that can be seen / sum of their weights.\nWeights: ${weightsIn(isolation.weights)}.\n${bandsIn(isolation.bands)}`,
    needs: ['forum', 'live', 'group'],
    minimum: `${percent(isolation.minCoverage)} of the weights seen, and ${String(isolation.minWeeks)} complete weeks`,
    source: 'design, on what replicates: Saqr et al. (2022), Dawson (2008), Joyce & Kraut (2006)',
    pitfalls: 'Not a forecast of who leaves, and no judgement: contact outside what Kith sees is missing.',
  },
  {
    ...scoreOf(
      'presence_signal',
      'Presence signal',
      'Who is here less, where nobody can see who talks to whom?',
      presence.version,
    ),
    formula: `As the isolation score, from other parts.\nWeights: ${weightsIn(presence.weights)}.\n${bandsIn(presence.bands)}`,
    needs: ['activity'],
    minimum: `${percent(presence.minCoverage)} of the weights seen, and ${String(presence.minWeeks)} complete weeks`,
    source: 'measured on 22 courses of the Open University (OULAD)',
    pitfalls: 'It says who was there, not who talks to whom; its confidence is always low.',
  },
  {
    ...scoreOf('community_health', 'Community health', 'How healthy is this learning community?', health.version),
    formula: [
      `Each indicator is worth 0 at its poor and 100 at its good value; a theme is the weighted mean of its indicators, the index of its themes.`,
      ...Object.values(health.themes).map(
        ({ title, weight, indicators }) =>
          `${title} (${String(weight)}): ${Object.entries(indicators)
            .map(
              ([id, own]) =>
                `${id} ${String(own.weight)}, ${String(own.poor)} to ${String(own.good)}${own.scale === 'log' ? ' (log)' : ''}`,
            )
            .join('; ')}.`,
      ),
      `Bands: thriving from ${String(health.bands.thriving)}, steady from ${String(health.bands.steady)}, fragile from ${String(health.bands.fragile)}, else struggling; left after two weeks beyond a margin of ${String(health.margin)}. The interval holds ${percent(health.bootstrap.interval)} of ${String(health.bootstrap.draws)} draws of the class.`,
    ].join('\n'),
    needs: ['forum', 'live', 'survey', 'activity'],
    minimum: `${String(health.minLearners)} learners, and ${percent(health.minCoverage)} of the weights`,
    source: 'design; anchors informed by two courses (DLT 2013)',
    pitfalls: 'A mean hides one broken part: read the weakest theme and indicator beside it.',
  },
  {
    ...scoreOf('alerts', 'Who is listed', 'Whom does Kith propose to look at this week?', alerts.version),
    formula: `Candidates are elevated, high, or fit a pattern that alerts. Rank = score, plus ${String(alerts.patternPoints)} with a pattern. At most the stated capacity a week, else ${percent(alerts.capacityShare)} of the class and at least ${String(alerts.leastCapacity)}; who told us comes on top. Nobody in the first ${String(alerts.quietWeeks)} weeks, nobody again within ${String(alerts.cooldownWeeks)} unless the band rises; who waited ${String(alerts.patienceWeeks)} weeks comes first. Above ${percent(alerts.noticeAbove)} elevated or high, without those who meet others elsewhere, there is one notice about the course instead.`,
    needs: [],
    minimum: null,
    source: 'design; measured on simulated courses: 4.3 alerts per 100 learners and week, 87 % of them right',
    pitfalls: 'Few by intent: who is not listed may still be unconnected.',
  },
];

function scoreOf(id: string, title: string, question: string, version: number) {
  return {
    id,
    family: 'score',
    title,
    question,
    version,
    unit: id === 'alerts' ? 'people' : '0 to 100',
    sentence: null,
    role: null,
    weight: null,
  } as const;
}
