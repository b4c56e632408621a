import type { Formats } from '#lib/format/formats.ts';

/** People of a course-week: filters, cards, rows. */
export const people = (f: Formats) => ({
  heading: 'People of this week',
  filters: 'Show',
  all: 'Everyone',
  cannotTell: 'we cannot tell',
  noNames: 'Names are not open to you in this course.',
  noNamesMore: 'You see how the course as a whole is doing. Names are open to those who teach it.',
  nobodyShown: 'Nobody is in this group in this week.',
  more: (count: number) => `Show all ${f.number(count)}`,
  others: { watch: 'Contact is getting thin', connected: 'Connected' },
  othersAway: { watch: 'Here somewhat less', connected: 'Here as usual' },
  cannotHeading: (count: number) => `${f.count(count, 'person', 'people')} we cannot tell`,
  cannotIntro: 'No score is shown for them, and nothing is concluded. What would help stands beside each group.',

  score: (score: number) => f.number(score, 0),
  points: (points: number) => f.number(points),
  sure: (word: string, seen: number, connected: number) =>
    seen >= connected
      ? `sure: ${word}, ${connected === 1 ? 'the one source' : `all ${f.number(connected)} sources`}`
      : `sure: ${word}, ${f.number(seen)} of ${f.number(connected)} sources`,
  notSeen: 'Not seen:',
  moreReasons: (count: number) => f.count(count, 'more reason', 'more reasons'),
  provisional: 'seen in the data, not on a roster',
  seePosts: 'See the posts and sessions',
  bar: (score: number) => `Parts of ${f.number(score, 0)} points on a scale from 0 to 100`,
  openEvidence: 'what was counted',
  nothingAdds: 'Nothing adds to the score: contact is as usual or better.',
  presenceLabel: 'presence signal',
});

/** The very posts and sessions behind a number. */
export const evidence = (f: Formats) => ({
  counted: (count: number) => `Counted (${f.number(count)})`,
  notCounted: (count: number) => `Looked at, not counted (${f.number(count)})`,
  nothing: 'Nothing was found to count. That is what the number says.',
  formula: 'How it is computed',
  columns: { what: 'What', when: 'When', who: 'With', adds: 'Adds', why: 'Why' },
  addsOne: 'one',
  method: 'All about this number',
  loading: 'Fetching the posts and sessions …',
  back: (name: string) => `Back to ${name}`,
  heading: (name: string, week: number) => `${name}, week ${f.number(week)}`,
  noTitle: 'without a title',
});

/** One learner. */
export const person = (f: Formats) => ({
  weekIs: (week: number, days: string) => `Week ${f.number(week)}, ${days}`,
  why: 'Why',
  sum: (score: number) => `The parts add up to ${f.number(score, 0)}.`,
  compared: {
    group: (learners: number) =>
      `Compared with ${f.count(learners, 'active classmate', 'active classmates')} who had the same occasions.`,
    course: (learners: number) =>
      `Compared with ${f.count(learners, 'active classmate', 'active classmates')} of the course.`,
    fallback: (_learners: number) => 'Too few active classmates for a usual value; fixed values were used instead.',
  },
  coverage: (share: string) => `Kith could look at ${share} of what a score is made of.`,

  trend: 'From week to week',
  trendCaption: (name: string, weeks: number, band: string) =>
    `${name} over ${f.count(weeks, 'week', 'weeks')}; now ${band}.`,
  trendNone: (name: string) => `No week of ${name} could be scored; the line stays empty.`,
  trendColumns: {
    week: 'Week',
    score: 'Score',
    band: 'Band',
    days: 'Active days',
    posts: 'Posts',
    sessions: 'Sessions',
  },
  reachedOut: 'contact',
  contactsNote: (contacts: number) =>
    `${f.count(contacts, 'line', 'lines')} from top to bottom: somebody reached out. What came after need not have come from it.`,
  gap: 'we cannot tell',
  newDefinition: (version: number) => `definition ${f.number(version)}`,
  definitionNote: 'A dashed line marks a new definition: scores on its two sides are not quite comparable.',

  ties: 'Ties',
  tiesCaption: (people: number) => `In touch with ${f.count(people, 'person', 'people')} in the last six weeks.`,
  noTies: 'No tie to anyone in the last six weeks.',
  tieColumns: { who: 'With', from: 'From', received: 'Received', sent: 'Sent', together: 'Together', last: 'Last' },
  tieUnit: 'Strengths are in reply equivalents: 1 is one fresh direct reply; half of it is left after 14 days.',
  events: (kind: string, events: number) => `${kind} (${f.number(events)})`,
  staff: 'staff',

  timeline: 'What happened',
  noSignals: 'No trace of this person has been seen up to this week.',
  noSignalsNext: 'Check whether the account is matched, before anything else.',

  unseen: 'What Kith cannot see',
  seenToo: 'What Kith sees',
  allSeen: 'Every connected source shows this person.',
  becauseLogged: 'Opening this page was noted in the access log.',
});
