import { compute } from '@kith/etl/compute/compute.ts';
import type { RunReport } from '@kith/etl/load/request.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { auc } from '@kith/etl/backtest/metrics/roc-auc.ts';
import { freshDatabase, type FreshDatabase } from '../support/database.ts';
import { loadFiles } from '../support/load-files.ts';
import { makeInstitution } from '../support/load-records.ts';
import { referenceData, withoutReferenceData } from '../support/reference-data.ts';

const folder = referenceData('oulad-EEE_2014B');
const day = 86_400_000;

describe.skipIf(!folder)(`OULAD EEE 2014B, 694 real enrolments${folder ? '' : `. ${withoutReferenceData}`}`, () => {
  let database: FreshDatabase;
  let report: RunReport;

  beforeAll(async () => {
    database = await freshDatabase();
    const institutionId = await makeInstitution(database.db);
    report = await loadFiles(database.db, institutionId, { connector: 'oulad', paths: [folder!], mode: 'full' });
    expect(await compute(database.db, institutionId)).toMatchObject({ courses: 1, weeks: 35, failed: [] });
  }, 120_000);
  afterAll(() => database.drop());

  test('every row is accounted for, and the folded counts add up to the rows of page views', async () => {
    // courses, studentInfo, studentAssessment, studentVle; the other tables are looked up. And a file that is none of them.
    const read = 1 + 694 + 1_780 + 202_224 + 1;
    expect(report).toMatchObject({ state: 'visible', read, rejected: 0, changed: 0, unchanged: 0 });
    expect(report.new + report.skipped).toBe(read);
    const facts = await one(sql`
      select (select count(*) from core.enrolment where superseded_at is null and role = 'learner') as enrolments,
        (select sum(count)::bigint from core.activity join core.verb using (verb_id) where verb = 'viewed') as views`);
    expect(facts).toEqual({ enrolments: 694, views: 202_224 });
  });

  test('nobody is called isolated where nobody could be seen talking', async () => {
    const kinds = await all(sql`select distinct kind from insight.learner_week`);
    expect(kinds).toEqual([{ kind: 'presence_signal' }]);
    const weeks = await all<{ notices: string[] }>(sql`select notices from insight.course_week`);
    for (const { notices } of weeks)
      expect(notices).toEqual(expect.arrayContaining(['presence_signal_only', 'no_forum']));
    const confident = await one(sql`
      select count(*) as weeks from insight.learner_week
      where score is not null and signals ->> 'confidenceLevel' <> 'low'`);
    expect(confident).toEqual({ weeks: 0 });
  });

  test('the presence signal by final result: Distinction < Pass < Withdrawn and Fail', async () => {
    const rows = await all<{ result: string; mean: number }>(sql`
      select outcome.grade as result, avg(one.score) as mean
      from insight.learner_week as one
      join core.account using (institution_id, person_id)
      join core.outcome on outcome.institution_id = one.institution_id and outcome.course_id = one.course_id
        and outcome.account_id = account.account_id and outcome.superseded_at is null
      where one.score is not null
      group by 1`);
    const mean = Object.fromEntries(rows.map((row) => [row.result, row.mean])) as Record<string, number>;
    expect(mean.Distinction).toBeLessThan(mean.Pass!);
    expect(mean.Pass).toBeLessThan(mean.Withdrawn!);
    expect(mean.Pass).toBeLessThan(mean.Fail!);
  });

  test('who is ranked high is away for the next two weeks, and more so from band to band', async () => {
    const { rows: seen } = await sql<{ personId: number; days: number[] }>`
      select person_id, array_agg(distinct (occurred_at at time zone 'UTC')::date - date '1970-01-01') as days
      from core.known_activity group by person_id`.execute(database.db);
    const days = new Map(seen.map((row) => [row.personId, row.days]));
    const scored = await all<{ personId: number; score: number; band: string; asOf: Date }>(sql`
      select person_id, score, signals ->> 'rawBand' as band, as_of from insight.learner_week
      where score is not null and as_of <= (select max(as_of) from insight.learner_week) - interval '14 days'`);
    const ranked = scored.map(({ personId, score, band, asOf }) => {
      const end = Math.round(asOf.getTime() / day);
      return { score, band, came: !(days.get(personId) ?? []).some((on) => on >= end && on < end + 14) };
    });
    const rates = ['connected', 'watch', 'elevated', 'high'].map((band) => {
      const rows = ranked.filter((row) => row.band === band);
      return rows.filter(({ came }) => came).length / rows.length;
    });
    expect(auc(ranked)).toBeGreaterThanOrEqual(0.83);
    expect(rates).toEqual(rates.toSorted((a, b) => a - b));
  });

  const all = async <Row>(query: ReturnType<typeof sql>): Promise<Row[]> =>
    (await query.execute(database.db)).rows as Row[];
  const one = async (query: ReturnType<typeof sql>): Promise<Record<string, unknown>> =>
    (await all<Record<string, unknown>>(query))[0]!;
});
