import { availableParallelism, totalmem } from 'node:os';

import type { Figure } from './figure.ts';

/** Lines for a terminal: ratio, spread, what over what, and what else was counted. */
export function asText(figures: readonly Figure[]): string {
  return figures
    .map((each) => {
      const ratio = `${number(each.ratio)} ×`.padStart(9);
      const spread = `${number(each.least)} to ${number(each.most)} in ${each.runs} runs`;
      const indent = ' '.repeat(11);
      return `${ratio}  ${each.what}\n${indent}as long as ${each.than}\n${indent}${spread}; ${beside(each)}\n`;
    })
    .join('\n');
}

/** The page that is kept in docs. No machine's seconds: they say nothing about another one. */
export function asMarkdown(figures: readonly Figure[], day: string, command: string): string {
  const rows = figures.map(
    (each) =>
      `| ${each.what} | ${each.than} | ${number(each.ratio)} | ${number(each.least)} to ${number(each.most)} | ${beside(each)} |`,
  );
  return `# Bench

Written by \`${command}\` on ${day}, on ${availableParallelism()} cores and ${Math.round(totalmem() / 2 ** 30)} GB, with the Postgres that comes with Kith and its own settings. Every
figure is a ratio of two times measured in the same run, the median of the runs: how many times as long the first takes as
the second. It is no test: a ratio that grows is to be looked at, not to be met.

| what | as long as | ratio | least to most | with |
| --- | --- | ---: | --- | --- |
${rows.join('\n')}

- A bare COPY parses nothing, knows no duplicates, gives no person to an account, counts no row and queues no week.
- Where a load says its steps, each is how many times as long as the bare COPY it took; together they are the ratio.
- Peak memory is the most the loading process ever held (2^20 bytes to the MB), Node itself included.
`;
}

const number = (value: number): string => value.toFixed(value >= 10 ? 0 : value >= 0.1 ? 2 : 4);

const beside = ({ beside: counts, profile = {} }: Figure): string =>
  [
    ...Object.entries(counts).map(([name, count]) => `${count.toLocaleString('en')} ${name}`),
    ...Object.entries(profile).map(([step, share]) => `${step} ${number(share)} ×`),
  ].join(', ');
