import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { box, type Picture } from '../../print/picture.ts';
import { svgOf } from '../../print/svg.ts';
import type { BacktestReport } from '../backtest.ts';
import { asMarkdown } from './markdown.ts';
import { plotsOf, type Plot, type PlotKind } from './plots.ts';

const captions: Readonly<Record<PlotKind, string>> = {
  precision_at_k: 'Precision at k in percent; B0 is the prevalence, what chance would reach',
  roc: 'ROC: share found, by the share of the others who are ranked as high, in percent; dashed: chance',
  precision_recall: 'Precision by recall, in percent',
  lift: 'Lift: times the prevalence, by how many percent of a course are looked at; dashed: chance',
  lead_times: 'Learners by weeks from the first listing until it began; below 0: listed afterwards',
  bands: 'Share of learner-weeks for which it came, by band, in percent, with 95 % intervals over learners',
  abroca:
    'Area between the ROC curve of each group and that of all others, in percent, with 95 % intervals over learners',
  reliability: 'Observed by foretold share on the later presentation, in percent; dashed: as foretold',
};

/** Writes report.md, report.json, and every plot of the report as SVG. Answers the names of the files. */
export async function writeReport(out: string, report: BacktestReport): Promise<readonly string[]> {
  await mkdir(out, { recursive: true });
  const plots = plotsOf(report).map((plot) => {
    const title = report.results.find(({ label }) => label === plot.label)?.title ?? plot.label;
    const of = [title, plot.of?.population, plot.of?.split, plot.attribute]
      .filter((part) => part !== null && part !== undefined)
      .join(', ');
    return { name: fileName(plot), caption: `${captions[plot.kind]} (${of})`, picture: plot.picture };
  });
  const links = plots.map(({ name, caption }) => `![${caption}](${name})\n\n*${caption}*`).join('\n\n');
  const files: (readonly [string, string])[] = [
    ['report.md', `${asMarkdown(report)}\n\n## Plots\n\n${links}\n`],
    ['report.json', `${JSON.stringify(report, null, 2)}\n`],
    ...plots.map(({ name, caption, picture }) => [name, asFile(picture, caption)] as const),
  ];
  for (const [name, text] of files) await writeFile(path.join(out, name), text);
  return files.map(([name]) => name);
}

function fileName({ kind, label, of, attribute }: Plot): string {
  const who =
    of === null ? [] : [of.population === 'all' ? 'all' : 'active', ...(of.split === 'out of time' ? ['later'] : [])];
  return `${[label, ...who, kind.replaceAll('_', '-'), ...(attribute === null ? [] : [attribute.replaceAll(' ', '-')])].join('-')}.svg`;
}

/** A picture that needs no page around it: white paper, and letters without serifs. */
function asFile(picture: Picture, caption: string): string {
  const { width, height, shapes } = picture;
  const paper = { kind: 'path', d: box(0, 0, width, height), fill: '#FFFFFF' } as const;
  return `${svgOf({ ...picture, shapes: [paper, ...shapes] }, caption).replace('<svg ', '<svg font-family="sans-serif" ')}\n`;
}
