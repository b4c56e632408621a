import type { Formats } from '#lib/format/formats.ts';

/** Who came to sessions and who was active, week by week, and the roster states by which the class is told apart. */
export const presence = (f: Formats) => ({
  heading: 'Who came, who was active',
  state: {
    cannot_see: 'Cannot be seen',
    no_opportunity: 'Nothing to take part in yet',
    never_started: 'Not here yet',
    reading_only: 'Read along',
    unanswered: 'Write, and nobody has turned to them yet',
    one_way: 'In touch one way only',
    connected: 'In touch with classmates',
  },
  came: (came: number, asked: number) =>
    `${f.number(came)} of ${f.count(asked, 'learner', 'learners')} for whom a session was held came to one in the last week shown.`,
  here: {
    days: (here: number, seen: number) =>
      `${f.number(here)} of ${f.count(seen, 'learner', 'learners')} who can be seen were here on a day of that week.`,
    posts: (here: number, seen: number) =>
      `${f.number(here)} of ${f.count(seen, 'learner', 'learners')} who can be seen wrote something in that week.`,
  },
  noAttendance: 'No attendance source feeds this course: who came to sessions is not known.',
  noSessions: 'No session was held for anybody in the last week shown.',
  noActivity: 'No activity log and no forum feed this course: who was active is not known.',
  postsOnly:
    'No activity log feeds this course, so posts are counted instead of active days: whoever only reads has a 0.',
  order: 'Order',
  orders: { state: 'by how they take part', name: 'by name', quiet: 'longest away first' },
  only: 'Show',
  all: 'Everyone',
  sessions: 'Sessions: came to / held',
  activity: { days: 'Active days, of 7', posts: 'Posts' },
  week: (week: number) => `Week ${f.number(week)}`,
  learner: 'Learner',
  key: 'Darker is more. “·” no session, “e” excused, “?” not known, empty: not enrolled yet. 0 means that nothing happened, “?” that nobody can tell.',
  point: 'Point at a week, or move there with the arrow keys, to read it in words.',
  said: (name: string, week: number, words: string) => `${name}, week ${f.number(week)}: ${words}`,
  sessionSaid: (came: number, held: number, excused: number) =>
    (held === 0 ? '' : `came to ${f.number(came)} of ${f.count(held, 'session', 'sessions')}. `) +
    (excused === 0 ? '' : `Excused from ${f.number(excused)}.`),
  daysSaid: (days: number) => (days === 0 ? 'not here on any day.' : `here on ${f.count(days, 'day', 'days')}.`),
  postsSaid: (posts: number) => (posts === 0 ? 'wrote nothing.' : `wrote ${f.count(posts, 'post', 'posts')}.`),
  cell: {
    none_held: 'no session was held within reach.',
    not_known: 'not known, no source shows it.',
    not_enrolled: 'not enrolled yet.',
  },
  sums: 'The same as a table',
  sumColumns: {
    came: 'Sessions',
    days: 'Active days',
    posts: 'Posts',
    active: 'Weeks active',
    unknown: 'Weeks not known',
  },
  of: (part: number, whole: number) => `${f.number(part)} of ${f.number(whole)}`,
  shown: (from: number, to: number, total: number) => `${f.number(from)} to ${f.number(to)} of ${f.number(total)}`,
  next: 'Next',
  before: 'Before',
  nobody: 'Nobody is in this group in this week.',
});
