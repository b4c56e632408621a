import type { BacktestReport, Result } from '../backtest.ts';
import { besides } from './besides.ts';

/**
 * The report of a back-test, leading with what somebody who can look at a few people a week would get: precision at k
 * beside the prevalence, then recall, and only then the areas.
 */
export function asMarkdown(report: BacktestReport): string {
  const { courses, results } = report;
  const parts = [...Map.groupBy(results, ({ label }) => label)].map(([label, own]) => section(label, own));
  return [
    `# Back-test of ${courses.length === 1 ? courses[0]! : `${courses.length} courses`}`,
    'k is one in twenty learners of the course, at least one. Prevalence is what a list drawn at random would reach. ' +
      'Figures are of each course-week, then averaged; intervals (95 %) are drawn over learners. Features use nothing from ' +
      'the end of their week on, which was checked by taking the future away.',
    ...parts,
    ...besides(report),
    'Nothing of Kith was fitted to these courses. B5 learns from the other courses, out of time from the earlier ones; with ' +
      'one course there is none. A score is not a probability: what is learned beside it never takes its place.',
  ].join('\n\n');
}

function section(label: string, results: readonly Result[]): string {
  const title = results[0]!.title;
  const tables = [...Map.groupBy(results, ({ population, split }) => `${population} · ${split}`)].map(([of, own]) => {
    const { figures } = own[0]!;
    const rows = own.map(
      ({ ranking, figures: { precisionAtK, recallAtK, prevalence, auc, interval, averagePrecision } }) =>
        `| ${ranking} | ${two(precisionAtK)} | ${two(prevalence)} | ${two(recallAtK)} | ${three(auc)}${interval ? ` (${three(interval.low)}–${three(interval.high)})` : ''} | ${three(averagePrecision)} |`,
    );
    return [
      `**Population: ${of}** · ${figures.courseWeeks} course-weeks, ${figures.learners} learners, ${figures.cases} learner-weeks`,
      '',
      '| ranking | precision at k | prevalence | recall at k | ROC AUC | average precision |',
      '| --- | --- | --- | --- | --- | --- |',
      ...rows,
    ].join('\n');
  });
  return [`## ${label}: ${title}`, ...tables].join('\n\n');
}

const two = (value: number): string => value.toFixed(2);
const three = (value: number): string => value.toFixed(3);
