import type { Formats } from '#lib/format/formats.ts';

const deeds = {
  view_learner: 'opened their page',
  view_list: 'opened a list they are on',
  view_evidence: 'opened what a number is made of',
  view_network: 'opened the network of the course',
  view_waiting: 'opened the posts that wait for an answer',
  mark_staff: 'marked them as staff',
  read_log: 'read the access log',
  sign_in: 'signed in',
  sign_out: 'signed out',
  set_password: 'set a password',
  grant: 'gave them a role',
  end_grant: 'ended a role of theirs',
  delegate: 'passed a role on to them',
  end_delegation: 'ended a role they had passed on',
  carry_grant: 'was given the next term’s course',
  add_provider: 'set up a way to sign in',
  set_provider_secret: 'replaced the secret of a way to sign in',
  remove_provider: 'removed a way to sign in',
} as const;

/** The access log, its seals, and what a learner is told of it. */
export const accessLog = (f: Formats) => ({
  title: 'Access log',
  more: 'Who looked at whom, and why. That you read it is written down too.',
  reader: 'E-mail address of who looked',
  day: 'Day',
  show: 'Show',
  older: 'Older',
  newest: 'Newest',
  columns: { at: 'When', who: 'Who', what: 'What', course: 'Course', people: 'People shown', why: 'Why' },
  empty: 'Nothing was looked at here.',
  deed: (action: string) => (action in deeds ? deeds[action as keyof typeof deeds] : action.replaceAll('_', ' ')),
  seals: 'Is it still what was written?',
  unsealed: 'Nothing is sealed yet. Every hour is sealed a few minutes after it is over, while Kith runs.',
  sealed: (hours: number, until: string) =>
    `${f.count(hours, 'hour is', 'hours are')} sealed, up to ${until}, and every one of them is as it was.`,
  broken: (hours: number) =>
    `${f.count(hours, 'hour is', 'hours are')} no longer what was sealed. Somebody changed the log with the login of the tables: compare with a backup.`,
  brokenHour: (hour: string, sealed: number, found: number) =>
    `${hour}: ${f.count(sealed, 'row', 'rows')} when it was sealed, ${f.number(found)} now.`,
  digest: 'Last seal',
  digestMore: 'Note it elsewhere: it shows later that nobody replaced the seals as well.',
  extract: 'For a learner who asks',
  extractMore: 'A page to print with everything that was looked at of one person. Other people are left out.',
  learner: 'E-mail address of the learner',
  makeExtract: 'Make the extract',
  extractTitle: (learner: string) => `What was looked at of ${learner}`,
  extractSummary: (entries: number, madeAt: string) => `${f.count(entries, 'entry', 'entries')}, made ${madeAt}.`,
  extractNone: 'Nobody has looked at anything of theirs.',
  print: 'To keep it or to hand it over, print this page. For a spreadsheet: kith access-log extract … --csv',
  back: 'Back to the access log',
});
