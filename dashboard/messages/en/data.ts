import type { Formats } from '#lib/format/formats.ts';

export const data = (f: Formats) => ({
  title: 'Data',
  headline: (waiting: number) =>
    waiting === 0
      ? 'Nothing waits for a decision'
      : `${f.count(waiting, 'load waits', 'loads wait')} for your decision`,
  summary: (sources: number, newest: string | undefined) =>
    `${f.count(sources, 'source', 'sources')}.` + (newest === undefined ? '' : ` Last load ${newest}.`),
  waits: (runId: number, source: string) => `Load ${f.number(runId, 0)} of ${source}: see why, and decide`,
  others: 'Where the numbers come from',
  othersBody: [
    'Kith reads what a course leaves behind: posts, attendance reports, activity, rosters, groups. A data steward connects these sources and looks after them.',
    'On each course page, “What Kith sees” names the sources of that course and how fresh they are. If one is missing or old, tell a data steward of your institution.',
    'The text of posts is not kept. Kith keeps who wrote to whom, when, and how long it was.',
  ],
  sources: 'Sources',
  noSources: 'No source is set up yet.',
  noSourcesNext: 'Drop a file above, and the first source is made with it.',
  runs: 'Loads',
  noRuns: 'Nothing has been loaded yet.',
  sourceColumns: {
    name: 'Source',
    connector: 'Read by',
    courses: 'Courses',
    newest: 'Newest event',
    last: 'Last load',
  },
  runColumns: {
    run: 'Load',
    source: 'Source',
    state: 'State',
    when: 'Started',
    read: 'Read',
    fresh: 'New',
    changed: 'Changed',
  },
  unchanged: 'Unchanged',
  skipped: 'Skipped',
  rejected: 'Refused',
  deleted: 'Deleted',
  never: 'never',
  state: {
    loading: 'loading',
    cut_off: 'cut off',
    staged: 'held back',
    visible: 'in use',
    dropped: 'dropped',
    failed: 'failed',
    dry_run: 'tried, not written',
  },
  run: (id: number) => `Load ${f.number(id, 0)}`,
  runSentence: {
    loading: 'It is still reading.',
    cut_off: 'Its process ended half way. Nothing of it is in use.',
    staged: 'Nothing of it is in use. The numbers from before it stay.',
    visible: 'All accepted rows are in use.',
    dropped: 'It was dropped; nothing of it is in use.',
    failed: 'It failed before anything was written.',
    dry_run: 'It was only tried; nothing was written.',
  },
  decide: 'Take it, and all accepted rows are in use. Drop it, and the numbers stay as they are.',
  accept: 'Take it',
  drop: 'Drop it',
  decided: { accept: 'It is being taken …', drop: 'It is being dropped …' },
  chooseOrder: 'drop the file again and choose the order of its dates',
  chooseZone: 'drop the file again and choose its time zone',
  download: 'Download as CSV',
  mend: 'Mend the column “raw” in the downloaded list and bring the list back. Only the rows you changed are loaded.',
  mendDrop: 'Bring the mended list back',
  mending: (rows: number) =>
    rows === 0
      ? 'No row of the list was changed, so nothing is loaded.'
      : `${f.count(rows, 'mended row is', 'mended rows are')} being loaded. Reload the page in a moment.`,
  mendedIn: (runId: number) => `Mended: load ${f.number(runId, 0)}`,
  mendedWaits: 'Mended; being loaded.',
  mendedRows: (mended: number, all: number) =>
    `${f.count(mended, 'of them is', 'of them are')} mended since; ${f.count(all - mended, 'is', 'are')} still refused.`,
  mendsRun: (runId: number) => `It loads refused rows of load ${f.number(runId, 0)}, mended.`,
  search: 'Words in file, field or reason',
  which: 'Which',
  only: { '': 'all', open: 'still refused', mended: 'mended' },
  filter: 'Filter',
  fresh: 'Courses and their sources',
  freshSentence: (courses: number, old: number) =>
    old === 0
      ? `${f.count(courses, 'course has', 'courses have')} numbers as new as their data.`
      : `The numbers of ${f.count(old, 'course', 'courses')} are older than their data.`,
  freshColumns: {
    course: 'Course',
    source: 'Source',
    newest: 'Newest event',
    load: 'Last load',
    seen: 'Learners with a trace',
    state: 'Numbers',
  },
  seenOf: (seen: number, learners: number) => `${f.number(seen)} of ${f.number(learners)}`,
  current: 'current',
  older: 'older than the data',
  notYet: 'not computed yet',
  volume: 'Rows of its loads',
  volumeSentence: (loads: number, least: number, most: number) =>
    `Its last ${f.count(loads, 'load', 'loads')} had ${f.number(least)} to ${f.number(most)} rows.`,
  took: (seconds: number) => `took ${f.count(Math.round(seconds), 'second', 'seconds')}`,
  mode: { full: 'the whole state', delta: 'changes', event: 'events' },
  files: 'Files',
  counts: 'Rows',
  read: (rows: number) => `${f.count(rows, 'row was', 'rows were')} read.`,
  accounted: (rows: number) => `${f.count(rows, 'row was', 'rows were')} read; each is accounted for.`,
  skippedReasons: 'Skipped, and why',
  rejects: (count: number) =>
    count === 0 ? 'No row was refused' : `${f.count(count, 'row was', 'rows were')} refused`,
  rejectColumns: { file: 'File', line: 'Line', code: 'Code', field: 'Field', message: 'Why' },
  anyCode: 'all codes',
  byCode: 'By code',
  nextPage: 'Next rows',
  firstPage: 'First rows',
  back: 'Data',
});

export const methods = (f: Formats) => ({
  title: 'Methods',
  headline: 'How every number is made',
  intro:
    'Kith shows no number without its question, its formula and its source. A change of meaning is a new version; old weeks keep the version they were made with.',
  limits:
    'A score says that somebody may be unconnected here. It is no judgement of a person, it is never shown as a rank, and no message is ever sent by itself.',
  onPaper: (address: string) => `How every number is made: ${address}`,
  family: {
    score: 'Scores',
    component: 'Parts of the score',
    indicator: 'Numbers of a course',
    tie: 'Ties: what counts as contact',
    connector: 'Sources: what Kith can read',
  },
  contents: 'On this page',
  /** Said where the page is in another language than its definitions. */
  written: 'The definitions themselves are in English.',
  formula: 'Formula',
  weight: (weight: number) => `weight ${f.number(weight)}`,
  version: (version: number) => `version ${f.number(version)}`,
  needs: 'Needs',
  minimum: 'At least',
  source: 'Who says so',
  pitfalls: 'Beware',
  unit: 'Unit',
  reads: 'Reads as',
  changes: 'Changes with',
  since: (day: string) => `here since ${day}`,
  institution: 'the whole institution',
  own: (unit: string, day: string, version: number) =>
    `For ${unit}, since ${day}: version ${f.number(version)}, with other numbers.`,
  ownBack: (unit: string, day: string) => `For ${unit}, since ${day}: again as above.`,
  changed: (before: string, value: string) => `${before} became ${value}`,
  none: 'No definition is registered yet.',
});
