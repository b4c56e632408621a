import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

import type { BacktestReport } from '../backtest.ts';
import { barChart } from './bar-chart.ts';
import { asMarkdown } from './markdown.ts';

/** Writes report.md, report.json, and a plot of each label and population. Answers the names of the files. */
export async function writeReport(out: string, report: BacktestReport): Promise<readonly string[]> {
  await mkdir(out, { recursive: true });
  const groups = Map.groupBy(
    report.results,
    ({ label, population, split }) =>
      `${label} ${population === 'all' ? 'all' : 'active'}${split === 'out of time' ? ' later' : ''}`,
  );
  const plots = [...groups].map(([name, own]) => {
    const { title, population, split, figures } = own[0]!;
    const bars = own.map(({ ranking, figures: { precisionAtK } }) => ({ title: ranking, value: precisionAtK }));
    const caption = `Precision at k: ${title} (${population}, ${split}). Dashed: prevalence`;
    return [`${name.replaceAll(' ', '-')}.svg`, barChart(caption, bars, figures.prevalence)] as const;
  });
  const links = plots.map(([name]) => `![Precision at k](${name})`).join('\n\n');
  const files = [
    ['report.md', `${asMarkdown(report)}\n\n${links}\n`],
    ['report.json', `${JSON.stringify(report, null, 2)}\n`],
    ...plots,
  ] as const;
  for (const [name, text] of files) await writeFile(path.join(out, name), text);
  return files.map(([name]) => name);
}
