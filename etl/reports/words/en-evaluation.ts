import type { EvaluationWords } from './evaluation.ts';

export const evaluation: EvaluationWords = {
  title: (of) => `Evaluation: ${of}`,
  short: 'In short',
  alerts: (people) => `Kith listed about ${people} learners to reach out to.`,
  contacted: (people, share, interval) =>
    `About ${people} of them were contacted: ${share} (${interval} with other learners).`,
  hidden: 'How many were contacted is left out: it would tell of few people.',
  none: 'Nobody was listed, or so few that it would tell of them.',
  funnel: 'From a list to an answer',
  funnelTable: 'Learners who were listed, and what was done',
  step: 'Step',
  steps: ['listed at least once', 'contacted', 'answered', 'set aside by staff'],
  people: 'Learners',
  share: 'Share of those listed, with its 95 % interval',
  times: 'How soon',
  timeTo: (days, quick) =>
    `Half of those who were contacted after they were listed were contacted within ${days} days; ${quick} within a week.`,
  tooFewStaff:
    'How soon staff respond is left out: fewer than five people teach here, or the rest of a larger part would be fewer than five.',
  effects: 'Did it help?',
  effectSaid: (weeks, difference, interval) =>
    `After ${String(weeks)} weeks the number of classmates in touch had changed by ${difference} more than that of similar learners who were left out (${interval}).`,
  effectTooFew: (weeks) => `After ${String(weeks)} weeks too few contacts can be compared to say whether it helped.`,
  afterWeeks: (weeks) => `${String(weeks)} weeks`,
  effectTable: 'Contacts beside similar learners of the same week whom the budget left out, pooled over courses',
  effectColumns: ['After', 'Courses', 'Contacts compared', 'Difference in classmates in touch', '95 % interval'],
  groups: 'Is everybody reached alike?',
  groupsMore:
    'Contact rate and time to contact by groups the institution has agreed to look at. Groups of fewer than ten are put together or left out. A difference is a question, not a finding: look at the cell sizes first.',
  groupTitles: { region: 'region', study_mode: 'study mode', time_zone: 'time zone' },
  groupsTable: (by) => `Listed learners by ${by}`,
  groupsCaption: (by) =>
    `Contact rate by ${by} with its 95 % interval. Where two lines overlap, no difference is known.`,
  group: 'Group',
  rate: 'Contact rate',
  daysTo: 'Days to contact, median',
  other: 'others and not known',
  noGroups: 'No source says a region, a study mode or a time zone of enough learners.',
  review: 'For the yearly review',
  reviewMore:
    'What the Code of practice for learning analytics (Jisc 2015, 2018) asks an institution to review, and what of it Kith can show. The year before the date of this report, of the whole institution.',
  reviewColumns: ['What the code asks', 'What Kith shows'],
  questions: ({ optedOut, requests, erasures, exports, definitions }) => [
    [
      'Responsibility: who answers for it',
      'Grants and who gave them stand on the page of grants; decisions in the access log.',
    ],
    [
      'Transparency and consent: what people know and agreed to',
      `Opted out of analytics: ${optedOut}. Every learner reads what is held about them on “My data”.`,
    ],
    ['Privacy: what people asked about their data', `Answered requests: ${requests}. Erased people: ${erasures}.`],
    [
      'Validity: whether the numbers hold',
      `Definitions in force: ${definitions}. How they were validated: docs/validation.md.`,
    ],
    [
      'Access: who sees what',
      `Research exports approved: ${exports}. Every look at a learner stands in the access log.`,
    ],
    ['Enabling positive interventions: what follows', 'The section “Did it help?” above, with what it cannot say.'],
    [
      'Minimising adverse impacts: nobody is worse off',
      'The section “Is everybody reached alike?” above. A list is a reason to look, never a decision.',
    ],
    ['Stewardship of data: no longer than needed', 'Retention runs every week; its receipts are in the log.'],
  ],
  open: 'Left to people',
  openItems: [
    'Whether the purposes still hold, and whether learners and staff were asked.',
    'Whether staff were trained, and whether the load of contacts can be carried.',
    'Complaints, and what was learned from them.',
  ],
  made: [
    'A learner counts once in each course. Contacted is whoever has a contact that was not taken back, after they were first listed or before.',
    'Intervals of shares are Wilson’s, of the counts as they are printed. Differences are of matched learners of the same course-week, by a bias-corrected comparison clustered by learner, and pooled over courses by the inverse of their variance, with what courses differ by added to it (DerSimonian & Laird 1986).',
    'Whoever asked for help themselves is in no number here.',
  ],
  limits: [
    'It says what was noted in Kith. A word in the corridor that nobody logged is not here.',
    'Contacts were not given out by lot: what a comparison cannot see may still differ.',
    'Counts are to the nearest five, shares are of such counts, and few people are left out as in every report.',
  ],
};
