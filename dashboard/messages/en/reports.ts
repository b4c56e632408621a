import type { Formats } from '#lib/format/formats.ts';

const kinds: Record<'cohort' | 'evaluation' | 'bands' | 'health', string> = {
  cohort: 'Cohort report, printed',
  evaluation: 'Evaluation, printed',
  bands: 'Learners by band, as a table',
  health: 'Community health of courses, as a table',
};

const states: Record<'asked' | 'made' | 'failed' | 'over', string> = {
  asked: 'being made',
  made: 'ready',
  failed: 'did not work',
  over: 'over',
};

/** Reports that tell of nobody: what is asked, and what was made. */
export const reports = (f: Formats) => ({
  title: 'Reports',
  summary: (ready: number) =>
    ready === 0 ? 'No report is ready.' : `${f.count(ready, 'report is', 'reports are')} ready.`,
  class: 'Reports tell of nobody',
  classMore:
    'Few people are left out, and with them what they could be worked out from; every other count is to the nearest five. “Left out” is neither zero nor unknown.',
  none: 'There is no report here for you.',
  noneMore:
    'You may ask for a report of a part of the institution when you may see the numbers of every course below it.',
  ask: 'Ask for a report',
  kind: 'What',
  kinds,
  of: 'Of which part',
  ofCourse: (title: string) => `Only the course ${title}`,
  span: 'Of which weeks',
  allWeeks: 'All weeks with numbers',
  between: 'From and to, below',
  from: 'From',
  to: 'To',
  format: 'A table as',
  formats: { csv: 'CSV', json: 'JSON', xlsx: 'Excel (XLSX)', parquet: 'Parquet' },
  least: 'Leave out fewer than',
  people: (people: number) => f.count(people, 'person', 'people'),
  send: 'Make it',
  all: 'Reports so far',
  empty: 'No report so far.',
  reload: 'Look again',
  heading: (kind: string, of: string) => `${kind}: ${of}`,
  state: (state: keyof typeof states) => states[state],
  asked: (when: string) => `asked ${when}`,
  weeks: (from: string, to: string) => (from === to ? `Week of ${from}.` : `Weeks of ${from} to ${to}.`),
  until: (day: string) => `Its files stay until ${day}.`,
  noNumbers: 'No week of that part has numbers in that time.',
  again: (when: string) => `It did not work, and is tried again ${when}.`,
  failed: 'It did not work. Whoever runs Kith can see why; ask again, please.',
  files: (number: number) => `Files of report ${f.number(number)}`,
  file: 'File',
  rows: 'Rows',
  size: 'Size',
  digest: 'SHA-256',
  manifest: 'Manifest: what it is made of, and by which definitions',
  suppressed: (cells: number) =>
    cells === 0
      ? 'No cell is left out.'
      : `${f.count(cells, 'cell is', 'cells are')} left out, because they would tell of few people.`,
  byItself: 'What comes out by itself',
  byItselfMore: (institution: string) =>
    `The outbox is a folder on the computer that runs Kith; whoever runs it names it by KITH_OUTBOX. Each report comes out into ${institution}, a folder of its name, and one of its day, so that another program can take it from there. Kith removes none of them. The files of a research export lie there only while its approval runs.`,
  nothingByItself: 'Nothing comes out by itself yet.',
  outbox: {
    every: (days: number) => (days === 1 ? 'every day' : `every ${f.number(days)} days`),
    what: (kind: string, of: string, often: string) => `${kind}: ${of}, ${often}.`,
    approved: (number: number) => `The files of export ${f.number(number)}, while its approval runs.`,
    paused: 'It is paused.',
    next: (when: string) => `Next ${when}.`,
    soon: 'It is due, and comes at the worker’s next look.',
    last: (when: string) => `Last ${when}.`,
    trouble: (when: string) => `Nothing came of it ${when}:`,
    pause: 'Pause',
    resume: 'Go on',
    remove: 'Remove',
    add: 'Let something come out by itself',
    name: 'Its name, and that of its folder',
    export: 'The files of an approved export',
    exportOf: 'Which export',
    often: 'Every how many days',
    send: 'Add it',
  },
});
