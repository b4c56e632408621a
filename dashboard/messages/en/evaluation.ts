import type { Formats } from '#lib/format/formats.ts';

const steps: Record<'listed' | 'contacted' | 'answered' | 'setAside', string> = {
  listed: 'listed at least once',
  contacted: 'contacted',
  answered: 'answered',
  setAside: 'set aside by staff',
};

const by: Record<'region' | 'study_mode' | 'time_zone', string> = {
  region: 'region',
  study_mode: 'study mode',
  time_zone: 'time zone',
};

/** What came of the lists: the numbers of the printed evaluation, on a page. */
export const evaluation = (f: Formats) => {
  const rate = (value: number, low: number, high: number) =>
    `${f.percent(value)} (${f.percent(low)} to ${f.percent(high)})`;
  const reach = (low: number, high: number) => `${f.number(low, 2)} to ${f.number(high, 2)}`;
  return {
    title: 'Evaluation',
    link: 'What came of the lists',
    none: 'There is no evaluation here for you.',
    noneMore: 'It is for whoever may see the numbers of every course of a part of the institution.',
    notYet: 'Nothing has been worked out of this part and these weeks yet.',
    notYetMore: 'It comes by itself a few minutes after the first week has closed and was computed.',
    headline: (people: number) => `Kith listed about ${f.number(people)} learners to reach out to.`,
    few: 'Nobody was listed, or so few that it would tell of them.',
    contacted: (people: number, share: number, interval: string) =>
      `About ${f.number(people)} of them were contacted: ${f.percent(share)} (${interval} with other learners).`,
    hidden: 'How many were contacted is left out: it would tell of few people.',
    times: (days: number) =>
      `Half of those who were contacted after they were listed were contacted within ${f.count(days, 'day', 'days')}.`,
    withinWeek: (share: number) => `${f.percent(share)} were within a week.`,
    noTimes:
      'How soon staff respond is left out: too few contacts, or fewer than five people teach here, or would be left of a larger part.',
    part: 'Part of the institution',
    weeks: 'Weeks',
    show: 'Show',
    spanAll: 'All weeks',
    spanLast: (weeks: number) => `The last ${f.count(weeks, 'week', 'weeks')}`,
    ofWeeks: (from: string, to: string, count: number) => `${f.count(count, 'week', 'weeks')}, ${from} to ${to}`,
    madeAt: (when: string) => `worked out ${when}`,
    print: 'Print it, with the yearly review',
    funnel: 'From a list to an answer',
    funnelTable: 'Learners who were listed, and what was done',
    step: 'Step',
    steps,
    people: 'Learners',
    share: 'Share of those listed, with its 95 % interval',
    rate,
    shares: (low: number, high: number) => `${f.percent(low)} to ${f.percent(high)}`,
    suppressed: 'left out',
    unknown: 'not known',
    leftOut: '“Left out” would tell of few people; it is neither zero nor “not known”. Counts are to the nearest five.',
    effects: 'Did it help?',
    effectSaid: (weeks: number, difference: number, interval: string) =>
      `After ${f.count(weeks, 'week', 'weeks')} the number of classmates in touch had changed by ${f.number(difference, 2)} more than that of similar learners who were left out (${interval}).`,
    effectTooFew: (weeks: number) =>
      `After ${f.count(weeks, 'week', 'weeks')} too few contacts can be compared to say whether it helped.`,
    effectTable: 'Contacts beside similar learners of the same week whom the budget left out, pooled over courses',
    effectColumns: {
      after: 'After',
      courses: 'Courses',
      contacts: 'Contacts compared',
      difference: 'Difference in classmates in touch',
      interval: '95 % interval',
    },
    afterWeeks: (weeks: number) => f.count(weeks, 'week', 'weeks'),
    number: (value: number) => f.number(value, 2),
    reach,
    groups: 'Is everybody reached alike?',
    groupsMore:
      'Groups of fewer than ten are put together or left out. A difference is a question, not a finding: look at the cell sizes first.',
    noGroups: 'No source says a region, a study mode or a time zone of enough learners.',
    by,
    groupsCaption: (title: string) =>
      `Contact rate by ${title} with its 95 % interval. Where two lines overlap, no difference is known.`,
    group: 'Group',
    contactRate: 'Contact rate',
    days: 'Days to contact, median',
    other: 'others and not known',
    how: 'How these numbers are made',
    made: [
      'A learner counts once in each course. Contacted is whoever has a contact that was not taken back, after they were first listed or before. Whoever asked for help themselves is in no number here.',
      'Intervals of shares are Wilson’s, of the counts as they are shown. Differences are of matched learners of the same course-week, pooled over at least three courses (DerSimonian & Laird 1986).',
      'It says what was noted in Kith, and contacts were not given out by lot: what a comparison cannot see may still differ.',
    ],
    definitions: 'The definitions behind the lists',
  };
};
