import type { Formats } from '#lib/format/formats.ts';

/** What stands around every page: header, account, sign-in, errors. */
export const shell = (f: Formats) => ({
  oldNumbers: 'Older numbers',
  oldSentence: (courses: number) =>
    courses === 1
      ? 'The numbers of a course are older than its data:'
      : `The numbers of ${f.count(courses, 'course', 'courses')} are older than their data:`,
  oldMore: (courses: number) => ` and ${f.count(courses, 'other', 'others')}.`,
  held: (sources: string) =>
    `A load of ${sources} is held back until a data steward decides; until then the older numbers stay.`,
  computing: 'They are being computed, or wait for it.',
  name: 'Kith',
  title: (page: string) => `${page} · Kith`,
  skip: 'Skip to the content',
  places: 'Places',
  monday: 'Monday',
  cases: 'Cases',
  courses: 'Courses',
  data: 'Data',
  myData: 'My data',
  methods: 'Methods',
  account: 'Account',
  signOut: 'Sign out',
  theme: 'Appearance',
  themes: { system: 'As the system', light: 'Light', dark: 'Dark' },
  loading: 'Loading',
  close: 'Close',
  showTable: 'Show as table',
  opensElsewhere: 'opens in a new tab',
  whySee: 'Why can I see this?',
  because: (why: string) => `You can see this because ${why.replace(/\.$/, '')}.`,
});

export const signIn = (_: Formats) => ({
  title: 'Sign in',
  ready: 'Your link is good for one sign-in.',
  readyMore: 'It asks for one click, so that a mail scanner that opens links does not use it up.',
  continue: 'Continue',
  working: 'Signing in …',
  without: 'Kith opens with a one-time link.',
  withoutMore: 'Whoever runs Kith at your institution can make you one. On the server it is one command:',
  command: 'kith user link you@your.institution',
  used: 'This link does not work any more.',
  usedMore: 'A link works once and for a short time. Ask for a new one; the old one cannot be revived.',
  signedOut: 'You are signed out.',
});

export const trouble = (_: Formats) => ({
  notFound: 'There is no such page.',
  notFoundMore: 'The address may be mistyped, or what it showed is gone.',
  forbidden: 'This page is not open to you.',
  forbiddenMore: 'You may see the courses you teach and the units you have been given.',
  next: 'What you can do',
  again: 'Try again',
  home: 'Go to my courses',
  code: (status: number) => `Answer ${status}`,
  broken: 'This page did not work.',
  brokenMore: 'The fault is on our side, not in what you did.',
  brokenNext: 'Try again in a moment. If it stays, tell whoever runs Kith which page it was.',
  partMissing: 'This part could not be loaded.',
});
