import type { Formats } from '#lib/format/formats.ts';

/** The head of a course: where we are in time, how fresh the numbers are, what limits them. */
export const course = (f: Formats) => ({
  people: 'People',
  network: 'Network',
  sections: 'Parts of this course',
  openInSource: 'Open the course',
  back: 'My courses',
  ended: (day: string | undefined) => `The course ended${day === undefined ? '' : ` on ${day}`}.`,
  endedMore: (week: number) =>
    `What you see is as of its last week, week ${f.number(week)}: it says how people were then, not how they are.`,
  endedNoWeek: 'No alerts come from it any more.',
  computed: (when: string) => `Numbers from ${when}`,
  neverComputed: 'The numbers of this course have not been computed yet.',
  neverComputedNext: 'They follow by themselves after the first load. On the server: kith compute.',
  stale: 'The numbers are older than the data. They follow by themselves; reload in a few minutes.',
  redRun: (source: string) => `The last load of ${source} is held back. You see the numbers from before it.`,
  redRunLink: 'See why',
  stewardDecides: 'A data steward takes it or drops it.',

  week: 'Week',
  weekIs: (week: number, days: string) => `Week ${f.number(week)}, ${days}`,
  weekOf: (week: number) => `Week ${f.number(week)}`,
  previous: 'Earlier week',
  play: 'Play',
  pause: 'Pause',
  next: 'Later week',
  lastClosed: 'the last closed week',
  stripCaption: (from: number, to: number) =>
    from === to
      ? 'One closed week so far.'
      : `People who may be unconnected, week ${f.number(from)} to ${f.number(to)}.`,
  stripTable: 'Weeks of this course',
  weekColumns: { week: 'Week', learners: 'Learners', scored: 'Scored', may: 'May be unconnected', active: 'Active' },
  posts: 'Posts',
  noWeek: 'No week of this course has closed yet.',
  noWeekNext: 'The first numbers come after the first Sunday of the course.',

  sentence: (may: number, learners: number) =>
    may === 0
      ? `Nobody of ${f.count(learners, 'learner', 'learners')} stands out as unconnected.`
      : `${f.number(may)} of ${f.count(learners, 'learner', 'learners')} may be unconnected here.`,
  sentenceAway: (away: number, learners: number) =>
    away === 0
      ? `Nobody of ${f.count(learners, 'learner', 'learners')} is seldom here.`
      : `${f.number(away)} of ${f.count(learners, 'learner', 'learners')} are seldom here.`,
  sentenceCannot: (learners: number) =>
    `For none of ${f.count(learners, 'learner', 'learners')} can Kith tell whether they are connected.`,
  sentenceEmpty: 'There are no learners in this course yet.',
  emptyNext: 'They come with the roster: an OneRoster or native enrolment file, or the first posts.',
  included: (included: number, of: number) =>
    `${f.number(included)} of ${f.count(of, 'learner', 'learners')} included: ${f.count(of - included, 'has', 'have')} chosen not to be part. Lists and pictures leave them out in every week, the numbers of the course from the week in which they said so.`,
  before: (week: number, may: number) => `In week ${f.number(week)} it was ${f.number(may)}.`,
  staffByCommand: 'Nobody writes here who could be proposed. A steward names who teaches: kith course set --staff.',
  cannot: (people: number) => `${f.count(people, 'person', 'people')} we cannot tell.`,
  course: 'This looks like the course, not the students.',
  courseMore: (share: string) =>
    `${share} of those we can judge may be unconnected. Look at what changed in the course before you write to people.`,
});

/** What limits a course-week, each with its next step. */
export const notices = (_: Formats) => ({
  no_way_to_connect: {
    title: 'This course gives nobody a way to connect: no forum, no group, no session.',
    next: 'That says something about the course and nothing about its people, so nobody is listed. Open a forum, form groups, or offer a session.',
  },
  no_staff: {
    title: 'Nobody is known to teach here, so nobody is scored.',
    next: 'Mark who teaches below; the numbers follow by themselves.',
  },
  no_roster: {
    title: 'There is no roster: the people here are those whose traces were seen.',
    next: 'Shares of the whole class stay empty. Load a roster (OneRoster or native enrolments) to fill them.',
  },
  assumed_start: {
    title: 'The start of the course is assumed from the first activity.',
    next: 'If week 1 is wrong, a steward sets it: kith course set --start.',
  },
  no_forum: {
    title: 'No forum is connected.',
    next: 'Kith sees much less without it. A steward can connect one under Data.',
  },
  no_live: {
    title: 'No attendance of live sessions is connected.',
    next: 'Attendance reports of meetings can be loaded.',
  },
  no_activity: {
    title: 'No activity log is connected.',
    next: '“Last seen” cannot be known until one is.',
  },
  parents_unknown: {
    title: 'The source does not say which post a reply answers.',
    next: 'Whether somebody is answered cannot be known here.',
  },
  presence_signal_only: {
    title: 'Kith cannot see who talks to whom in this course.',
    next: 'What you see is how much somebody is here, under its own name: a presence signal. It says nothing about isolation.',
  },
  small_course: {
    title: 'This is a small course.',
    next: 'A usual value rests on few people; take single points lightly.',
  },
  not_started: { title: 'The course has not started.', next: 'The first numbers come after its first full week.' },
  ended: { title: 'The course has ended.', next: 'You see its last weeks as they were.' },
});

/** What stands beside the people of a course. */
export const beside = (f: Formats) => ({
  waiting: 'Waiting for an answer',
  noWaiting: 'No learner’s post of the last four weeks waits for an answer.',
  waitingDays: (days: number) => `for ${f.count(days, 'day', 'days')}`,
  firstPost: 'first post',
  untitled: 'A post without a title',
  anonymous: 'anonymous',
  more: (count: number) => `and ${f.count(count, 'more post', 'more posts')}`,

  sources: 'What Kith sees',
  seen: (seen: number, learners: number) => `${f.number(seen)} of ${f.number(learners)} seen`,
  newest: (when: string) => `newest ${when}`,
  notConnected: 'not connected',
  noSources: 'No source is connected to this course.',

  measures: 'The course in numbers',
  noMeasures: 'The course’s own numbers need a few more people or posts.',
  moreMeasures: (count: number) => f.count(count, 'more number', 'more numbers'),
  whatIsThis: 'how it is counted',

  markTitle: 'Who teaches here?',
  markMore: 'These people write most. Tick those who teach; the others stay learners.',
  markPosts: (posts: number) => f.count(posts, 'post', 'posts'),
  mark: 'Mark as staff',
  marking: 'Marking …',
  marked: (people: number) =>
    `${f.count(people, 'person is', 'people are')} marked as staff. The numbers are being computed again.`,
  nobodyTicked: 'Tick at least one person first.',
});
