import type { Formats } from '#lib/format/formats.ts';

export const data = (f: Formats) => ({
  title: 'Data',
  headline: (waiting: number) =>
    waiting === 0
      ? 'Nothing waits for a decision'
      : `${f.count(waiting, 'load waits', 'loads wait')} for your decision`,
  summary: (sources: number, newest: string | undefined) =>
    `${f.count(sources, 'source', 'sources')}.` + (newest === undefined ? '' : ` Last load ${newest}.`),
  others: 'Where the numbers come from',
  othersBody: [
    'Kith reads what a course leaves behind: posts, attendance reports, activity, rosters, groups. A data steward connects these sources and looks after them.',
    'On each course page, “What Kith sees” names the sources of that course and how fresh they are. If one is missing or old, tell a data steward of your institution.',
    'The text of posts is not kept. Kith keeps who wrote to whom, when, and how long it was.',
  ],
  sources: 'Sources',
  noSources: 'No source is set up yet.',
  noSourcesNext: 'On the server: kith source add, then kith ingest with a file.',
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
    staged: 'held back',
    visible: 'in use',
    dropped: 'dropped',
    failed: 'failed',
    dry_run: 'tried, not written',
  },
  run: (id: number) => `Load ${f.number(id, 0)}`,
  runSentence: {
    loading: 'It is still reading.',
    staged: 'Too many rows were refused, so nothing of it is in use. The numbers from before it stay.',
    visible: 'All accepted rows are in use.',
    dropped: 'It was dropped; nothing of it is in use.',
    failed: 'It failed before anything was written.',
    dry_run: 'It was only tried; nothing was written.',
  },
  decide: 'Take it or drop it on the server:',
  accept: (id: number) => `kith runs accept ${id}`,
  drop: (id: number) => `kith runs drop ${id}`,
  took: (seconds: number) => `took ${f.count(Math.round(seconds), 'second', 'seconds')}`,
  mode: { full: 'the whole state', delta: 'changes', event: 'events' },
  files: 'Files',
  counts: 'Rows',
  read: (rows: number) => `${f.count(rows, 'row was', 'rows were')} read.`,
  accounted: (rows: number) => `${f.count(rows, 'row was', 'rows were')} read; each is accounted for.`,
  skippedReasons: 'Skipped, and why',
  rejects: (count: number) =>
    count === 0 ? 'No row was refused' : `${f.count(count, 'row was', 'rows were')} refused`,
  rejectsShown: (from: number, to: number, total: number) =>
    `${f.number(from)} to ${f.number(to)} of ${f.number(total)}`,
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
  formula: 'Formula',
  weight: (weight: number) => `weight ${f.number(weight)}`,
  version: (version: number) => `version ${f.number(version)}`,
  needs: 'Needs',
  minimum: 'At least',
  source: 'Who says so',
  pitfalls: 'Beware',
  unit: 'Unit',
  reads: 'Reads as',
  none: 'No definition is registered yet.',
  link: (title: string) => `Link to ${title}`,
});
