import { availableParallelism } from 'node:os';

import type { Outcome, Skipped } from './outcome.ts';

export interface FaultsRun {
  readonly outcomes: readonly (Outcome | Skipped)[];
  readonly seed: string;
  readonly lines: number;
  readonly day: string;
  readonly minutes: number;
}

/** True: every load ended in the tables of an undisturbed one, with a clear word where it failed. */
export const allHeld = (outcomes: FaultsRun['outcomes']): boolean =>
  outcomes.every((each) => 'skipped' in each || (each.wrong.length === 0 && each.equal === each.times));

/** Lines for a terminal. */
export const asText = ({ outcomes }: FaultsRun): string => outcomes.map((each) => `${lineOf(each)}\n`).join('');

function lineOf(each: Outcome | Skipped): string {
  if ('skipped' in each) return `${each.fault}: not tried. ${each.skipped}`;
  const head = `${each.fault}: ${each.equal} of ${each.times} equal to an undisturbed load (${each.saw.join(', ')})`;
  return [head, ...each.wrong.map((line) => `  WRONG ${line}`)].join('\n');
}

/** The page that is kept in docs. */
export function asMarkdown({ outcomes, seed, lines, day, minutes }: FaultsRun): string {
  const rows = outcomes.map((each) =>
    'skipped' in each
      ? `| ${each.fault} | not tried | | ${each.skipped} |`
      : `| ${each.fault} | ${each.times} | ${each.equal} | ${each.saw.join(', ')} |`,
  );
  const said = outcomes.flatMap((each) =>
    'said' in each ? each.said.map((text) => `- ${each.fault}: \`${text}\``) : [],
  );
  const wrong = outcomes.flatMap((each) =>
    'wrong' in each ? each.wrong.map((text) => `- ${each.fault}: ${text}`) : [],
  );
  return `# Faults

Written by \`npm run faults -- --keep\` on ${day}, on ${availableParallelism()} cores in ${minutes} minutes, seed ${seed}. The real command loads a file of
${lines.toLocaleString('en')} rows (people, forum, classes' courses, activity, rows said twice, rows that are refused) into a real server of its own, in a
process of its own; something happens to it at a random moment; then the same command is given again. "Equal": every table,
the ledger, the refused rows, the counts, the queue of weeks and the empty stage are those of a load that nothing happened to.

| what happened | times | equal | where the load was |
| --- | ---: | ---: | --- |
${rows.join('\n')}

## What the disturbed commands said

Each ended with exit code 1 and these words (a killed one says nothing), or was not hurt and ended with 0.

${said.length === 0 ? '- nothing' : said.join('\n')}

## What does not hold

${wrong.length === 0 ? 'Nothing was found.' : wrong.join('\n')}
`;
}
