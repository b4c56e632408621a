import type { Formats } from '#lib/format/formats.ts';

const inWords = ['Nobody', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten'];

/** Whom to reach out to, across my courses. */
export const monday = (f: Formats) => ({
  title: 'Monday',
  headline: (people: number) =>
    people === 0
      ? 'Nobody to reach out to this week'
      : `${inWords[people] ?? f.number(people)} ${f.plural(people, 'person', 'people')} to reach out to`,
  summary: (courses: number, learners: number) =>
    `${f.count(courses, 'course', 'courses')}, ${f.count(learners, 'learner', 'learners')}.`,
  moreWait: (people: number) => f.count(people, 'more waits.', 'more wait.'),
  longest: (weeks: number) =>
    weeks === 0
      ? 'Nobody has waited longer than this week.'
      : `Nobody has waited longer than ${f.count(weeks, 'week', 'weeks')}.`,
  none: 'The last closed week of your courses names nobody.',
  noneMore: 'What waits for an answer and what went well stand beside this.',
  filteredNone: 'Nobody fits this choice.',
  filteredNext: 'Show everyone',
  noCourses: 'You teach no running course.',
  noCoursesNext: 'Courses you teach appear here by themselves. Others that are open to you stand under Courses.',
  cards: 'People to reach out to',
  more: (people: number) => f.count(people, 'more person waits', 'more people wait'),
  moreQueued: 'next in line',
  filterCourse: 'Course',
  filterPattern: 'Why',
  everyCourse: 'All courses',
  everyReason: 'Every reason',

  notice: (course: string) => `${course}: it is the course, not the students.`,
  noticeMore: (share: string) =>
    `${share} of those we can judge may be unconnected, so only those who told us are named.`,
  noticeNext: 'See what changed',
  noticeOthers: (courses: number) => `The same in ${f.count(courses, 'more course', 'more courses')}:`,

  fresh: 'new',
  waited: (weeks: number) => `waiting for ${f.count(weeks, 'week', 'weeks')}`,
  lastContact: (when: string, channel: string, by: string | null) =>
    `Last contact: ${when}, ${channel.toLowerCase()}${by === null ? '' : `, ${by}`}`,
  noContact: 'Last contact: none.',
  noAnswer: 'no answer noted',
  answered: 'answered',
  firstStep: 'A first step:',
  type: {
    told_us: 'Told us',
    never_started: 'Not here yet',
    gone_quiet: 'Gone quiet',
    posts_unanswered: 'Posts without an answer',
    staff_only: 'Answered by staff only',
    one_partner: 'In touch with one person',
    silent_observer: 'Reads along',
    outside_own_group: 'Outside the own group',
    band: 'Little contact',
  },
  typeMeans: {
    told_us: 'Said in the pulse that they do not feel part of this course.',
    never_started: 'Enrolled, and not here yet.',
    gone_quiet: 'Was here, and has not been seen for a while.',
    posts_unanswered: 'Writes, and classmates do not answer.',
    staff_only: 'Is answered by staff, not by classmates.',
    one_partner: 'Is in touch with one person only.',
    silent_observer: 'Reads along, without writing.',
    outside_own_group: 'Is in a group that works without them.',
    band: 'May be unconnected here.',
  },
  step: {
    told_us: 'they spoke: answer within two working days.',
    never_started: 'check that they have access, before anything else.',
    gone_quiet: 'a personal message that asks nothing.',
    posts_unanswered: 'answer one post, and invite a classmate to add to it.',
    staff_only: 'pass their next question on to the class.',
    one_partner: 'mix the next breakout room or pair.',
    silent_observer: 'a private invitation that costs little to accept.',
    outside_own_group: 'ask the group first.',
    band: 'a short personal message, and a place to start a conversation.',
  },

  log: 'Log a contact',
  logHow: 'How did you reach out?',
  logWhen: 'When',
  logRemark: 'One line for you and your colleagues (optional)',
  logIt: 'Note it',
  channel: {
    mail: 'E-mail',
    platform: 'Message on the platform',
    forum: 'Answer in the forum',
    call: 'Call',
    meeting: 'Conversation',
    other: 'Another way',
  },
  notNow: 'Not now',
  notNowMore: 'Off your own list; colleagues still see it.',
  snooze: (weeks: number) => `Put off for ${f.count(weeks, 'week', 'weeks')}`,
  noConcern: 'Not a concern',
  noConcernWhy: 'Why is it no concern?',
  noConcernReasons: [
    'Is connected in a way Kith does not see',
    'Is away, and told us',
    'Prefers to study alone',
    'The data are wrong',
  ],
  noConcernIt: 'Take off my list',
  see: 'See the posts',
  select: (name: string) => `Choose ${name}`,
  bulk: (people: number) => (people === 1 ? 'Wrote to this person' : `Wrote to all ${f.number(people)}`),
  bulkMore: (people: number) => `${f.count(people, 'person', 'people')} chosen`,
  bulkNone: 'Choose none',

  did: {
    logged: (names: string) => `Noted: you reached out to ${names}.`,
    snoozed: (name: string) => `${name} is put off.`,
    dismissed: (name: string) => `${name} is off your list.`,
    noted: 'Done, and noted.',
    opened: (name: string) => `A case for ${name} is open, and yours.`,
    handedOver: (name: string) => `Student support has the case of ${name}.`,
    planned: (name: string) => `The day of ${name}’s case is set.`,
    taken: (name: string) => `You take care of ${name}’s case.`,
    closed: (name: string) => `The case of ${name} is closed.`,
    written: 'The note is kept.',
    tried: 'Noted. It stands beside what comes after.',
    answered: (name: string) => `Noted: ${name} answered.`,
    undone: 'Taken back.',
  },
  people: (people: number) => f.count(people, 'person', 'people'),
  undo: 'Undo',

  waiting: 'Waiting for an answer',
  noWaiting: 'No post of the last four weeks waits for an answer.',
  newcomers: 'First posts still open',
  hours: (hours: number) =>
    hours < 48 ? f.count(hours, 'hour', 'hours') : f.count(Math.floor(hours / 24), 'day', 'days'),
  reported: 'Reported posts',
  reports: (reports: number) => f.count(reports, 'report', 'reports'),
  goodNews: 'Good news',
  noGoodNews: 'Nothing stands out this week.',
  news: {
    reconnected: (name: string) => `${name} is in touch again`,
    connector: (name: string, peers: string) => `${name} is in touch with ${peers} classmates`,
    helpful: (name: string, replies: string) => `${name} answered ${replies} times in four weeks`,
    award: (name: string, title: string) => `${name} earned “${title}”`,
  },
  newsMore: {
    reconnected: (count: number) => `${f.count(count, 'classmate', 'classmates')} turned to them`,
    afterContact: 'after somebody reached out',
    thank: 'say thank you?',
  },
  messages: 'Word back on your cases',
  seen: 'Read',
  courses: 'My courses',
  week: (week: number) => `week ${f.number(week)}`,
  noWeek: 'no closed week yet',
  older: 'numbers older than the data',
  showAll: (count: number) => `Show all ${f.number(count)}`,
});

/** Keyboard. */
export const shortcuts = (_: Formats) => ({
  title: 'Keyboard shortcuts',
  open: 'Shortcuts',
  hint: 'Letters work while no field is being filled in.',
  keys: {
    next: 'next person',
    previous: 'person before',
    write: 'write to them',
    log: 'log a contact',
    notNow: 'not now',
    case: 'open a case',
    choose: 'choose for a note to several',
    see: 'open their page',
    undo: 'undo the last step',
    help: 'this sheet',
  },
});
