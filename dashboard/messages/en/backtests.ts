import type { Formats } from '#lib/format/formats.ts';

const labels: Record<'L1' | 'L2' | 'L3' | 'L4' | 'L5', string> = {
  L1: 'formal withdrawal in the next 28 days',
  L2: 'no activity in the next 14 days',
  L3: 'no contact with a classmate in the next 28 days, though active',
  L4: 'a pulse of 2.5 or less in the next 28 days, of those who answer',
  L5: 'planted by the simulator as unconnected',
};

const rankings: Record<string, string> = {
  Kith: 'Kith: the score',
  B0: 'B0 prevalence: a list drawn at random',
  B1: 'B1 days since last seen',
  B2: 'B2 active days in 14',
  B3: 'B3 posts in 28 days',
  B4: 'B4 classmates exchanged posts with in 42 days',
  B5: 'B5 logistic of recency and activity, learned on other courses',
};

const captions: Record<
  'precision_at_k' | 'roc' | 'precision_recall' | 'lift' | 'lead_times' | 'bands' | 'abroca' | 'reliability',
  string
> = {
  precision_at_k: 'Precision at k in percent. B0 is what a list drawn at random would reach.',
  roc: 'ROC: how many percent are found (upwards), by how many percent of the others are ranked as high. Dashed: chance.',
  precision_recall: 'Precision (upwards) by recall, in percent.',
  lift: 'Lift: how many times the prevalence, by how many percent of a course are looked at. Dashed: chance.',
  lead_times:
    'Learners by weeks from the first listing until it began. Below 0: listed afterwards. Dashed: left out, fewer than five or what would give such a count away.',
  bands: 'How often it came by band, in percent of learner-weeks, with 95 % intervals over learners.',
  abroca:
    'Area between the ROC curve of each group and that of all others, in percent, with 95 % intervals over learners.',
  reliability: 'Observed (upwards) by foretold share on the later presentation, in percent. Dashed: as foretold.',
};

/** What a back-test tells, for researchers. */
export const backtests = (f: Formats) => ({
  title: 'Back-test',
  link: 'How the score stands beside what came afterwards',
  others: 'Back-tests are for researchers.',
  othersMore: 'They are for researchers who may see the numbers of every course that was tested.',
  none: 'No back-test has been kept yet.',
  noneMore: 'It is run at the command line, on courses that are over:',
  headline: (precision: number, prevalence: number) =>
    `Of the learners ranked highest, it came for ${f.percent(precision)}; a list drawn at random would reach ${f.percent(prevalence)}.`,
  headlineMore: (label: string, learners: number, weeks: number) =>
    `It: ${label}. All learners, ${f.count(learners, 'learner', 'learners')} in ${f.count(weeks, 'course-week', 'course-weeks')}. Highest: one in twenty of a course each week, at least one.`,
  nothing: 'Too few learners: no label can be told of.',
  runs: 'Kept runs',
  run: (courses: number, day: string) => `${f.count(courses, 'course', 'courses')}, ${day}`,
  labelsTitle: 'What came',
  labels,
  leftOut: (ids: string) => `Left out, because it came, or did not come, for fewer than five learners: ${ids}.`,
  of: (courses: string) => `Tested on ${courses}.`,
  versions: (all: string) => `Definitions: ${all}.`,
  digest: (digest: string) => `Digest of the data: ${digest}.`,
  knownThen: 'Only what had been loaded by then was used.',
  knownNow: 'What is known today was used, nothing from after each week.',
  definitions: 'What the definitions say',
  ranked: 'The score beside the baselines',
  rankedMore:
    'Figures are of each course-week, then averaged. Intervals (95 %) are drawn over learners. Nothing was fitted to these courses; B5 learned on other ones.',
  populations: { all: 'all learners', 'active in the last 14 days': 'still active in the last 14 days' },
  splits: { 'one course left out': 'each course left out once', 'out of time': 'the last presentation' },
  attributes: { region: 'home region', 'time zone': 'time zone', 'group work': 'work in groups' },
  restsOn: (weeks: number, learners: number, cases: number) =>
    `${f.count(weeks, 'course-week', 'course-weeks')}, ${f.count(learners, 'learner', 'learners')}, ${f.count(cases, 'learner-week', 'learner-weeks')}`,
  columns: {
    ranking: 'Ranking',
    precision: 'Precision at k',
    prevalence: 'Prevalence',
    recall: 'Recall at k',
    auc: 'ROC AUC',
    interval: '95 % interval',
    ap: 'Average precision',
  },
  rankings,
  captions,
  names: { 'in a group': 'in a group', 'in no group': 'in no group' } as Record<string, string>,
  along: { roc: 'False-positive rate', precision_recall: 'Recall', lift: 'Share of the course' },
  early: 'How early, and how restless',
  earlySaid: (listed: number | null, ahead: number | null, learners: number) =>
    [
      `It came for ${f.count(learners, 'learner', 'learners')}.`,
      listed === null
        ? 'How many of them were listed by then is left out.'
        : `${f.percent(listed)} of them were listed by then.`,
      ahead === null ? '' : `${f.percent(ahead)} were listed two weeks ahead.`,
    ].join(' '),
  median: (weeks: number) => `Median of those listed: ${f.count(weeks, 'week', 'weeks')} ahead.`,
  stability: (alerts: number, weeks: number) =>
    `${f.number(alerts, 1)} learners listed per 100 learners and week, over ${f.count(weeks, 'learner-week', 'learner-weeks')}.`,
  changes: (share: number) => `${f.percent(share)} of learner-weeks have another band than the week before.`,
  weeksAhead: 'Weeks ahead',
  learners: 'Learners',
  few: 'left out',
  leftOutCell: 'left out',
  bandsTitle: 'What a band was worth',
  band: 'Band',
  share: 'Share',
  fair: 'Is anybody treated differently?',
  fairMore:
    'How often learners for whom nothing came reach so many points. Groups under ten say their size and nothing else. p: how often groups dealt at random differ as much. A difference is noted from 30 learners in every group, a ratio above 1.5 and p of at most 0.01.',
  noSlices: 'All learners are alike in region, time zone and group work, or nothing is known of them.',
  slice: (attribute: string, points: number) => `By ${attribute}, from ${f.number(points)} points`,
  differ: 'Difference noted.',
  alike: 'No difference noted.',
  test: (ratio: string, p: string) => `Ratio of highest to lowest: ${ratio}; p = ${p}.`,
  notDefined: 'not defined',
  betweenBy: (attribute: string) => `Area between curves by ${attribute} (ABROCA)`,
  betweenMore:
    'Rarely able to see a difference at these sizes, and never below 0: only p tells it from chance, and no small area says that all are treated alike.',
  group: 'Group',
  area: 'Area',
  held: 'An archetype that nothing was placed by',
  heldNone:
    'No truth was planted in these courses. A simulation plants one, with an archetype held out of every default:',
  archetype: 'Archetype',
  heldOut: 'held out of every default',
  weeks: 'Learner-weeks',
  found: 'Found at 5 % false positives',
  nonePlanted: 'none planted',
  probability: 'A probability beside the score',
  notAsked:
    'None was asked for. A score is no probability. With two past presentations and 50 events one can be learned:',
  refused: (label: string) => `None is learned for ${label}, and Kith stays with its defaults. The command said why:`,
  calibrated: (label: string, brier: number, ece: number) =>
    `Learned for ${label} on earlier presentations and tried on the last: Brier ${f.number(brier, 3)}, expected calibration error ${f.number(ece, 3)}.`,
  foretold: 'Mean foretold',
  observed: 'Observed',
  cases: 'Learner-weeks',
  claims: 'What Kith does not claim',
  notClaimed: [
    'Not that it foretells withdrawal or silence better than counting days: there recency and activity alone do as well. Kith sees who may be unconnected while still there.',
    'Not that planted figures hold in life: the weights were looked at on a simulator of this kind.',
    'Not that a low score means belonging, and not that a list helps anybody: what helps is what somebody then does.',
    'Not that no group is treated differently: small groups are shown with wide intervals or not at all.',
    'Not a probability: a score of 60 is no chance of 60 %.',
  ],
  number: (value: number) => f.number(value, 3),
  rate: (value: number) => f.percent(value),
  interval: (low: number, high: number) => `${f.number(low, 3)} to ${f.number(high, 3)}`,
  reach: (low: number, high: number) => `${f.percent(low)} to ${f.percent(high)}`,
});
