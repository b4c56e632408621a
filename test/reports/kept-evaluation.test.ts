import type { getEvaluation } from '@kith/api/contract/evaluation.ts';
import type { ResponseOf } from '@kith/api/contract/endpoint.ts';
import { settingsOf } from '@kith/api/reader.ts';
import { gatherEvaluation } from '@kith/etl/reports/evaluation/gather.ts';
import { keepEvaluations } from '@kith/etl/reports/evaluation/keep.ts';
import { toldOf } from '@kith/etl/reports/evaluation/told.ts';
import { within } from '@kith/sql/connect.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openUniversity, type OpenUniversity } from '../support/open-university.ts';
import { readerOf } from '../support/reader-of.ts';
import type { StaffRole } from '../support/university.ts';
import { plantListed } from './listed-world.ts';

let kith: OpenUniversity;
beforeAll(async () => {
  kith = await openUniversity();
  const { owner } = kith.database;
  const { rows } = await sql<{ title: string }>`
    select title from core.course where course_id = ${kith.own.courseId}`.execute(owner);
  await plantListed(owner, kith.institutionId, rows[0]!.title, [
    { region: 'North', listed: 40, contacted: 21, answered: 8, days: 2 },
    { region: 'South', listed: 25, contacted: 9, days: 9 },
    { region: 'East', listed: 3, contacted: 1 },
  ]);
});
afterAll(() => kith.close());

const keep = (now: Date) => keepEvaluations(kith.database.db, kith.institutionId, now);
const later = (minutes: number) => new Date(Date.now() + minutes * 60_000);
const asked = async (who: StaffRole, query = '') => {
  const answer = await kith.ask(who, 'GET', `/api/v1/evaluation${query}`);
  return { status: answer.statusCode, text: answer.body, ...answer.json<ResponseOf<typeof getEvaluation>>() };
};

test('nothing is shown before the worker has been there, and then every part of the institution has its weeks', async () => {
  expect(await asked('lead')).toMatchObject({ status: 200, spans: [], chosen: null });
  expect(await keep(later(0))).toBeGreaterThan(0);
  const { chosen, spans, units } = await asked('lead');
  expect(units.map(({ title }) => title)).toEqual(['Humanities']);
  expect(spans.map(({ span }) => span)).toEqual(expect.arrayContaining(['all', 'weeks-4', 'weeks-12']));
  expect(chosen).toMatchObject({ unitId: kith.humanities });
});

test('what is answered is what the print is made of, number for number', async () => {
  for (const span of ['all', 'weeks-4'] as const) {
    const { chosen, spans } = await asked('lead', `?span=${span}`);
    const { from, to } = spans.find((one) => one.span === span)!;
    const part = { institutionId: kith.institutionId, unitId: kith.humanities, courseId: null };
    const printed = await gatherEvaluation(kith.database.db, part, { from, to }, { least: 5, width: 5 });
    expect(chosen!.told, span).toEqual(JSON.parse(JSON.stringify(toldOf(printed!))));
  }
  const { chosen } = await asked('lead', '?span=all');
  const [listed, contacted] = chosen!.told.steps;
  expect([Number(listed!.people) % 5, Number(contacted!.people) % 5]).toEqual([0, 0]);
  expect(contacted!.rate!.low).toBeLessThan(contacted!.rate!.value);
  expect(chosen!.told.groups[0]!.groups.map(({ name }) => name)).toContain('North');
});

test('it is for whoever may see the aggregates of every course of a part, and tells of nobody', async () => {
  for (const who of ['instructor', 'steward', 'learner', 'support'] as const) {
    expect(await asked(who, `?unitId=${String(kith.humanities)}`), who).toMatchObject({ units: [], chosen: null });
  }
  for (const unit of [0, kith.sciences]) expect((await asked('lead', `?unitId=${String(unit)}`)).chosen).toBeNull();
  const { text } = await asked('lead');
  for (const { name } of [...Object.values(kith.staff), ...kith.own.learners]) expect(text).not.toContain(name);
  const unitsSeen = async (who: StaffRole) =>
    within(kith.appDb, settingsOf(await readerOf(kith, who)), async (tx) => {
      const { rows } = await sql<{ unitId: number }>`select distinct unit_id from insight.evaluation`.execute(tx);
      return rows.map(({ unitId }) => unitId);
    });
  expect(await unitsSeen('lead')).toEqual([kith.humanities]);
  expect(await unitsSeen('instructor')).toEqual([]);
});

test('it is worked out again every hour, and a few minutes after weeks were computed', async () => {
  expect(await keep(later(1))).toBe(0);
  expect(await keep(later(50))).toBe(0);
  await sql`update insight.unit_week set computed_at = ${later(20)}`.execute(kith.database.owner);
  expect(await keep(later(4))).toBe(0);
  expect(await keep(later(21))).toBeGreaterThan(0);
  expect(await keep(later(50))).toBe(0);
  expect(await keep(later(82))).toBeGreaterThan(0);
});

test('weeks of a term that is no more go', async () => {
  const { db, owner } = kith.database;
  await sql`
    insert into insight.evaluation (institution_id, unit_id, span, term_id, from_week, to_week, told, made_at)
    select institution_id, unit_id, 'term-99', 99, from_week, to_week, told, made_at from insight.evaluation where span = 'all'`.execute(
    owner,
  );
  await keepEvaluations(db, kith.institutionId, later(200));
  expect((await asked('lead')).spans.map(({ span }) => span)).not.toContain('term-99');
});
