/** What became of one mutant. */
export interface Outcome {
  /** From the root of the project. */
  readonly file: string;
  readonly line: number;
  /** As Stryker says it. */
  readonly status: string;
  /** Which kind of change. */
  readonly mutator: string;
}

/** docs/mutants.md. What no test runs counts as survived; what Stryker left out counts nowhere. */
export function asMarkdown(outcomes: readonly Outcome[], today: string, commit: string): string {
  const tried = outcomes.filter(({ status }) => told.includes(status));
  const files = [...Map.groupBy(tried, ({ file }) => file)].sort(([one], [other]) => (one < other ? -1 : 1));
  const row = (name: string, own: readonly Outcome[]): string =>
    `| ${[name, `${percent(own)} %`, ...told.map((status) => String(count(own, status)))].join(' | ')} |`;
  const left = [...Map.groupBy(tried.filter(lives), ({ mutator }) => mutator)].sort(
    ([, one], [, other]) => other.length - one.length,
  );
  return `# Mutants

Written by \`npm run mutants -- --keep\` on ${today}, at ${commit}. One thing at a time is changed in the code of score, patterns and
measures, and the tests that need no database run against it. A mutant that no test notices is a gap, or a change that changes nothing.
Left out: text (sentences have their own tests) and what runs once while a file is loaded, which every mutant would have to run all tests for.

| code | noticed | ${told.map((status) => words[status]).join(' | ')} |
| --- | ---: | ${told.map(() => '---:').join(' | ')} |
${[...byFolder(tried)].map(([folder, own]) => row(`**${folder}**`, own)).join('\n')}
${files.map(([file, own]) => row(file, own)).join('\n')}

What survived, by the kind of change: ${left.map(([mutator, own]) => `${mutator} ${own.length}`).join(', ')}.
`;
}

const words: Readonly<Record<string, string>> = {
  Killed: 'by a test',
  Timeout: 'by never ending',
  Survived: 'survived',
  NoCoverage: 'run by no test',
};
const told = Object.keys(words);
const lives = ({ status }: Outcome): boolean => status === 'Survived' || status === 'NoCoverage';
const count = (own: readonly Outcome[], status: string): number => own.filter((one) => one.status === status).length;
const percent = (own: readonly Outcome[]): string =>
  ((100 * own.filter((one) => !lives(one)).length) / own.length).toFixed(0);

const byFolder = (outcomes: readonly Outcome[]): ReadonlyMap<string, readonly Outcome[]> =>
  Map.groupBy(outcomes, ({ file }) => file.split('/').slice(0, 2).join('/'));
