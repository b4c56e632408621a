import type { Formats } from '#lib/format/formats.ts';

/** How often, in words that go into a sentence. */
const often = (f: Formats, minutes: number): string => {
  if (minutes % 1440 === 0) return minutes === 1440 ? 'every 24 hours' : `every ${f.number(minutes / 1440)} days`;
  if (minutes % 60 === 0) return minutes === 60 ? 'every hour' : `every ${f.number(minutes / 60)} hours`;
  return `every ${f.number(minutes)} minutes`;
};

/** Sources that run by themselves: watched folders and pulls. */
export const sources = (f: Formats) => ({
  title: 'Sources that run by themselves',
  headline: (running: number, troubled: number) =>
    running === 0
      ? 'No source runs by itself yet'
      : `${f.count(running, 'source runs', 'sources run')} by ${f.plural(running, 'itself', 'themselves')}` +
        (troubled === 0 ? '' : `; ${f.number(troubled)} ${f.plural(troubled, 'has', 'have')} trouble`),
  intro:
    'Kith looks into a folder, or asks a learning record store, as often as you say. What it finds is loaded like a dropped file: refused rows and loads that wait for you are on the data page.',
  seeTrouble: 'See what is in the way',
  toSources: 'Sources that run by themselves',
  folderDoes: (folder: string, when: string) => `Takes what lies in the folder “${folder}”, ${when}.`,
  pullDoes: (address: string, when: string) => `Asks ${address} for what is new, ${when}.`,
  when: (minutes: number | null, time: string | null, zone: string) =>
    time !== null ? `every day at ${time} (${zone})` : minutes === null ? 'only when told' : often(f, minutes),
  reads: (title: string | undefined) =>
    title === undefined ? 'Every file by whatever recognises it.' : `As ${title}.`,
  course: (title: string) => `Files that name no course belong to ${title}.`,
  never: 'It has not run yet.',
  last: {
    folder: (when: string, taken: number, refused: number) => {
      if (taken + refused === 0) return `Last look ${when}: nothing new lay there.`;
      if (taken === 0) return `Last look ${when}: ${f.count(refused, 'file was', 'files were')} refused.`;
      const came = `Last look ${when}: ${f.count(taken, 'file was', 'files were')} taken`;
      return refused === 0 ? `${came}.` : `${came}, ${f.number(refused)} refused.`;
    },
    pull: (when: string, taken: number) =>
      taken === 0
        ? `Last asked ${when}: nothing new.`
        : `Last asked ${when}: ${f.count(taken, 'statement', 'statements')} came.`,
    trouble: (when: string) => `Last run ${when}: it did not work.`,
  },
  refusedWhere: 'What was refused lies in its folder “refused”, with the reason beside it.',
  waiting: (files: number) =>
    `${f.count(files, 'file is', 'files are')} still changing, and ${f.plural(files, 'is', 'are')} taken after a minute of rest.`,
  next: (when: string) => `Next ${when}.`,
  soon: 'It runs in a moment.',
  paused: 'Paused: it runs only when told.',
  held: 'A load of it waits for your decision.',
  lastLoad: 'Last load',
  run: 'Run now',
  pause: 'Pause',
  resume: 'Go on',
  change: 'Change when',
  save: 'Save',
  remove: 'Remove',
  removeMore: 'Kith goes there no more and forgets the secret. What was loaded stays, and so do the files.',
  none: 'Nothing is fetched or watched.',
  noneMore: 'Files can still be dropped on the data page.',
  addFolder: 'Watch a folder',
  addPull: 'Fetch from a learning record store (xAPI)',
  name: 'Name of the source',
  nameMore: 'What is loaded belongs to it; an existing source may be named.',
  folder: 'Folder',
  folderMore: (institution: string) =>
    `Folders of the inbox, in its part “${institution}”. Files are taken when they have not changed for a minute, and then lie in “done” or “refused”. Kith deletes none: what is in “done” is yours to remove.`,
  noInbox: 'This Kith has no inbox. Whoever runs it says where one is by KITH_INBOX.',
  allWatched: 'Every folder of the inbox is watched already.',
  noFolders: (institution: string) =>
    `There is no folder in the inbox yet. Whoever runs Kith makes one in its part “${institution}”.`,
  connector: 'Read as',
  anyConnector: 'whatever recognises each file',
  courseChoice: 'Course of files that name none',
  noCourse: 'none: they have to name it',
  dateOrder: 'Dates that could be read two ways',
  dateOrderAuto: 'refuse such a file',
  dateOrderMore: '03/04/2026 is the third of April or the fourth of March. Say how its files write it.',
  datesAre: (order: string) => `Its dates are ${order}.`,
  changeDates: 'Change how dates are read',
  address: 'Address of the xAPI endpoint',
  addressMore: 'Without “statements” at its end.',
  user: 'User name (Basic), or empty (Bearer)',
  secret: 'Password or token',
  secretMore: 'Kept encrypted; nobody is shown it again. For another one, remove the source and add it anew.',
  whenChoice: 'When',
  whens: {
    '15': 'every 15 minutes',
    '60': 'every hour',
    '360': 'every 6 hours',
    daily: 'every day at …',
    told: 'only when told',
  },
  at: (zone: string) => `Time of day (${zone})`,
  add: 'Add',
});
