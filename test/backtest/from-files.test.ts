import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { BacktestReport } from '@kith/etl/backtest/backtest.ts';
import type { IngestPlan } from '@kith/etl/simulate/write/plan.ts';
import type { Truth } from '@kith/etl/simulate/write/truth.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { freshDatabase, type FreshDatabase } from '../support/database.ts';
import { kith } from '../support/kith-command.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** From files to the report by commands alone, each a process of its own; the figures are counted a second time here. */
const place = await temporaryFolder();
let database: FreshDatabase;
let report: BacktestReport;
let truth: Truth;

const run = async (...words: string[]): Promise<string> => {
  const said = await kith(words, { database: database.ownerUrl, cwd: place.folder });
  expect(said.code, `${words.join(' ')}: ${said.err}`).toBe(0);
  return said.out;
};
const read = async <Shape>(name: string) => JSON.parse(await readFile(path.join(place.folder, name), 'utf8')) as Shape;

beforeAll(async () => {
  database = await freshDatabase();
  await run('init', '--title', 'Northlea', '--timezone', 'Europe/London', '--admin-email', 'it@northlea.example');
  const small = ['--courses', '2', '--students', '80', '--weeks', '8', '--seed', '3', '--now', '2026-06-01T00:00:00Z'];
  await run('simulate', '--out', 'files', '--scenario', 'planted-truth', ...small);
  for (const { connector, path: file, source, course, timezone, dateOrder, mode } of (
    await read<IngestPlan>('files/ingest.json')
  ).steps) {
    const options = Object.entries({ source, course, timezone, 'date-order': dateOrder, mode });
    const told = options.flatMap(([name, value]) => (value === undefined ? [] : [`--${name}`, value]));
    await run('ingest', connector, path.join('files', file), '--no-compute', ...told);
  }
  await run('compute');
  truth = await read<Truth>('files/truth.json');
  const courses = truth.courses.map(({ course }) => course);
  await run('backtest', ...courses, '--truth', 'files/truth.json', '--out', 'report', '--draws', '20');
  report = await read<BacktestReport>('report/report.json');
}, 600_000);
afterAll(async () => {
  await database.drop();
  await place.remove();
});

interface Scored {
  readonly course: string;
  readonly week: number;
  readonly score: number;
  readonly isolated: boolean;
}

/** Stored scores beside who was planted, course by course and week by week, by nothing of the back-test. */
async function planted(): Promise<readonly Scored[][]> {
  const { rows } = await sql<{ course: string; week: number; sis: string; score: number }>`
    select distinct course.code as course, one.week, upper(claim.value) as sis, one.score
    from insight.learner_week as one
    join core.course as course using (institution_id, course_id)
    join core.account as account on account.person_id = one.person_id
    join identity.claim as claim on claim.account_id = account.account_id and claim.scheme = 'sis'
    where one.week >= 2 and one.score is not null`.execute(database.owner);
  const scored = rows.flatMap(({ course, week, sis, score }): Scored[] => {
    const own = truth.courses.find((one) => one.course === course)!.learners;
    const learner = own.find(({ person }) => person.toUpperCase() === sis);
    if (!learner || (learner.truth !== 'isolated' && learner.truth !== 'connected')) return [];
    const isolated = learner.truth === 'isolated' && week >= learner.fromWeek;
    const onTheWay = learner.truth === 'isolated' && !isolated && week >= (learner.fadesFrom ?? Infinity);
    return onTheWay ? [] : [{ course, week, score, isolated }];
  });
  return [...Map.groupBy(scored, ({ course, week }) => `${course} ${String(week)}`).values()].filter(
    (own) => own.some(({ isolated }) => isolated) && own.some(({ isolated }) => !isolated),
  );
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

test('precision at k, prevalence and area are those that the stored scores and the truth give', async () => {
  const weeks = await planted();
  expect(weeks.length).toBeGreaterThanOrEqual(10);
  const found = report.results.find(
    ({ label, population, split, ranking }) =>
      label === 'L5' && population === 'all' && split === 'one course left out' && ranking === 'Kith: the score',
  );
  const { figures } = found!;
  expect(figures.courseWeeks).toBe(weeks.length);
  expect(figures.cases).toBe(weeks.flat().length);
  expect(figures.prevalence).toBeCloseTo(mean(weeks.map((own) => mean(own.map(({ isolated }) => +isolated)))), 9);
  // Of every pair of one who is and one who is not, how often the right one stands higher.
  const area = (own: readonly Scored[]) =>
    mean(
      own
        .filter(({ isolated }) => isolated)
        .flatMap((one) =>
          own.filter(({ isolated }) => !isolated).map(({ score }) => 0.5 + Math.sign(one.score - score) / 2),
        ),
    );
  expect(figures.auc).toBeCloseTo(mean(weeks.map(area)), 9);
  const precision = (own: readonly Scored[]) => {
    const k = Math.max(1, Math.ceil(own.length / 20));
    const border = own.map(({ score }) => score).sort((one, other) => other - one)[k - 1]!;
    const [above, at] = [own.filter(({ score }) => score > border), own.filter(({ score }) => score === border)];
    const tied = mean(at.map(({ isolated }) => +isolated));
    return (above.filter(({ isolated }) => isolated).length + tied * (k - above.length)) / k;
  };
  expect(figures.precisionAtK).toBeCloseTo(mean(weeks.map(precision)), 9);
  expect(figures.precisionAtK).toBeGreaterThan(2 * figures.prevalence);
});

test('the folder holds a text that leads with precision at k, and a picture of each kind', async () => {
  const text = await readFile(path.join(place.folder, 'report/report.md'), 'utf8');
  expect(text.indexOf('precision at k')).toBeLessThan(text.indexOf('ROC AUC'));
  for (const kind of ['all-precision-at-k', 'all-roc', 'all-precision-recall', 'all-lift', 'lead-times', 'bands']) {
    expect(text).toContain(`(L5-${kind}.svg)`);
    expect(await readFile(path.join(place.folder, `report/L5-${kind}.svg`), 'utf8')).toContain('</svg>');
  }
});

test('it is kept for researchers, and a second run of the same takes its place', async () => {
  const kept = () =>
    sql<{ digest: string; courses: string[] }>`select digest, courses from insight.backtest`.execute(database.owner);
  const [first, ...others] = (await kept()).rows;
  expect(others).toEqual([]);
  expect(first).toEqual({ digest: report.digest, courses: truth.courses.map(({ course }) => course) });
  await run('backtest', ...first!.courses, '--truth', 'files/truth.json', '--out', 'again', '--draws', '20');
  expect((await kept()).rows).toEqual([first]);
  expect(await read('again/report.json')).toEqual(report);
}, 240_000);
