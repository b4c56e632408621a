import type { Formats } from '#lib/format/formats.ts';

/** Ways in beside the one-time link. */
export const entrance = (_: Formats) => ({
  with: (provider: string) => `Sign in with ${provider}`,
  email: 'E-mail address',
  password: 'Password',
  enter: 'Sign in',
  trouble: {
    over: 'That took too long, or it began in another browser. Begin again.',
    refused:
      'What came back from the other system could not be believed. Begin again; if it stays, tell your data steward.',
    waiting:
      'You are signed in there, but Kith does not know who you are here. A data steward sees that you wait and decides.',
    'test-user': 'The pretended student of a course is nobody Kith could show something to.',
  },
  newPassword: 'Choose a password',
  newPasswordMore: 'At least 12 characters. A few words you can remember are better than signs you cannot.',
  setPassword: 'Set the password',
  passwordSet: 'Your password is set. You are signed out everywhere; sign in with it now.',
});

const roles = {
  instructor: 'instructor',
  assistant: 'assistant',
  lead: 'programme lead',
  support: 'student support',
  researcher: 'researcher',
  steward: 'data steward',
  admin: 'admin',
};

/** Grants and the access log: what a data steward looks after. */
export const access = (f: Formats) => ({
  title: 'Who may see what',
  summary: (grants: number, staff: number) =>
    `${f.count(grants, 'grant', 'grants')} by hand; ${f.count(staff, 'person sees', 'people see')} a course because they teach it.`,
  roles,
  role: (role: string) => (role in roles ? roles[role as keyof typeof roles] : role),
  grants: 'Grants',
  staff: 'By enrolment',
  staffMore:
    'Who teaches or assists by the roster sees the course for the dates of the enrolment. Change it in the roster.',
  waits: 'Waiting to be recognised',
  waitsMore: 'Another system vouches for these people; Kith could not tell who they are. Nobody of them is let in.',
  columns: { who: 'Who', role: 'Role', place: 'Where', until: 'Until', by: 'Given by', do: 'Action' },
  everywhere: 'the whole institution',
  open: 'no end',
  withoutNames: 'without names',
  passedOn: 'passed on',
  launched: 'by the learning platform',
  commandLine: 'command line',
  end: 'End',
  give: 'Give a role',
  email: 'E-mail address of the person',
  place: 'Where',
  until: 'Until (empty: no end)',
  pseudonymous: 'Learners without their names',
  giveIt: 'Give',
  join: 'This is',
  joinIt: 'Join',
  refuse: 'Refuse',
  toLog: 'Access log',
  toGrants: 'Who may see what',
});

/** Letting somebody into the own course for a while. */
export const passing = (_: Formats) => ({
  title: 'Who you let in',
  more: 'Somebody who helps you sees this course as you do, until a day you choose, and no longer than you do. They cannot let in anybody else.',
  none: 'You have let nobody in.',
  until: (when: string) => `until ${when}`,
  nothingToPass: 'Your own role here was passed on to you: only who holds it themselves can pass it on.',
  give: 'Let somebody in',
  as: 'As',
  lastDay: 'Last day (at most half a year from now)',
  giveIt: 'Let in',
  toPage: 'Let somebody in for a while',
});
