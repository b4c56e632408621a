import type { Formats } from '#lib/format/formats.ts';

/** The belonging pulse: what learners are asked, and what a course hears of it. */
export const pulse = (f: Formats) => ({
  title: 'Belonging pulse',
  link: 'Belonging pulse',
  about:
    'Four short questions to everybody in the course, for a few days. Answers have no name, unless somebody ticks that you may see theirs. Whole rounds are shown when they are over, from five answers without a name on.',
  item: {
    connected: 'I feel connected to people in this course',
    mine: 'I feel this course is partly mine',
    someone_to_ask: 'I know someone here I could ask',
    can_say: 'I can say what I do not understand',
  },
  open: 'Ask the course',
  days: 'For how many days',
  byMail: 'Invite everybody by mail',
  noMail: 'Kith cannot send mail here: put the address below into the course.',
  openNow: 'Ask now',
  opened: 'The course is being asked.',
  running: (invited: number, until: string) =>
    `${f.count(invited, 'learner is', 'learners are')} being asked, until ${until}. Nothing is shown before, not even how many have answered: whoever saw it move could tell who did.`,
  lms: 'An address to put into the course: whoever signs in there finds their own link, which works once.',
  mailed: 'Invitations go out by mail.',
  rounds: 'What the course said',
  none: 'The course has not been asked yet.',
  noneMore: 'Asking every three or four weeks is often enough.',
  asked: (from: string, to: string) => `${from} to ${to}`,
  sentence: (belonging: number, answered: number, invited: number) =>
    `The class rates belonging ${f.number(belonging)} of 5. ${f.number(answered)} of ${f.number(invited)} answered (${f.percent(answered / invited)}).`,
  few: 'Fewer than five answered without a name. Nothing of this round is shown, and its answers were not kept.',
  low: 'Fewer than 60% answered',
  lowMore:
    'Those who answer are often not those who feel alone. Read this as the word of those who answered, not of the class.',
  itemHead: 'Question',
  meanHead: 'Mean, 1 to 5',
  suppressed: 'fewer than five answered this',
  compare: 'Other people may have answered in each round, so a small difference between two rounds means little.',
  named: 'Would like you to see their answer',
  namedMore: 'They ticked that you may see it and get in touch. A word back within two working days is a good custom.',
  rates: (name: string, belonging: number, when: string) =>
    `${name} rates belonging ${f.number(belonging)} of 5, ${when}.`,

  // For learners.
  greeting: (course: string) => `How is it to be part of ${course}?`,
  promise:
    'Four short questions, about a minute. Nobody will know what you answered: your answer is kept without your name, and shown only together with those of at least four others.',
  free: 'You need not answer at all, and you may leave any of them out.',
  scale: {
    1: 'not at all',
    2: 'a little',
    3: 'partly',
    4: 'mostly',
    5: 'fully',
  },
  skip: 'I would rather not say',
  tick: 'My instructors may see this and contact me',
  tickMore: 'Only if you tick this, your answer is kept with your name. You can take it back later under My data.',
  send: 'Send my answer',
  until: (when: string) => `Open until ${when}.`,
  thanks: 'Thank you. Your answer is in.',
  thanksNamed: 'Thank you. Your instructors can see your answer, and one of them may get in touch.',
  thanksMore: 'You can close this page. The link does not work a second time.',
  broken: 'This link does not work.',
  brokenMore:
    'It may have been cut off on its way. Open it again from where you found it, or sign in to Kith and look under My data.',
  used: 'This link was used already.',
  usedMore: 'Everybody answers once. If it was not you, tell whoever teaches the course.',
  over: 'These questions are closed.',
  overMore: 'Thank you for coming by. There will be another time.',
  empty: 'Nothing was chosen yet. Choose at least one answer, or close this page: that is fine too.',
  noName:
    'Your name cannot be put to it, because you have chosen not to be part of what Kith looks at. Without the tick, your answer is taken.',
  mine: 'Questions for you',
  nobodyAsks: 'Nobody is asking you anything at the moment.',
  answer: (course: string) => `Answer for ${course}`,
});
