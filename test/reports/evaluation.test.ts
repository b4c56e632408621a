import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { wilson } from '@kith/etl/measures/wilson.ts';
import { gatherEvaluation } from '@kith/etl/reports/evaluation/gather.ts';
import { makeReport } from '@kith/etl/reports/make.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { all, readPdf } from '../print/read-pdf.ts';
import { freshDatabase, type FreshDatabase } from '../support/database.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { listedWorld } from './listed-world.ts';

let database: FreshDatabase;
let institutionId: number;
let place: Awaited<ReturnType<typeof temporaryFolder>>;

beforeAll(async () => {
  database = await freshDatabase();
  place = await temporaryFolder();
  institutionId = await listedWorld(database, [
    { region: 'North', listed: 62, contacted: 31, answered: 12, days: 2 },
    { region: 'South', listed: 47, contacted: 12, days: 9 },
    { region: 'West', listed: 4, contacted: 3 },
    { region: null, listed: 9, contacted: 4 },
  ]);
});
afterAll(async () => {
  await database.drop();
  await place.remove();
});

const part = () => ({ institutionId, unitId: 0, courseId: null });
const rule = { least: 5, width: 5 };
const gathered = async () => (await gatherEvaluation(database.db, part(), { from: null, to: null }, rule))!;

test('counts what was listed, contacted and answered, to the nearest five', async () => {
  const { funnel, weeks } = await gathered();
  expect(funnel).toEqual({ listed: 120, contacted: 50, answered: 10, setAside: 0 });
  expect(weeks).toEqual({ from: '2026-01-05', to: '2026-01-26', count: 4 });
});

test('groups of fewer than ten are put together, and told with those of whom nothing is known', async () => {
  const { groups } = await gathered();
  expect(groups.map(({ by }) => by)).toEqual(['region']);
  expect(groups[0]!.groups.map(({ name, listed, contacted }) => [name, listed, contacted])).toEqual([
    ['North', 60, 30],
    ['South', 45, 10],
    [null, 15, 5],
  ]);
});

test('how soon staff respond is told only where five or more of them are pooled', async () => {
  expect((await gathered()).times).toMatchObject({ median: 2 });
  await sql`update insight.unit_week set immediacy = false`.execute(database.owner);
  const few = await gathered();
  expect(few.times).toBeNull();
  expect(few.groups.flatMap(({ groups }) => groups.map(({ days }) => days))).toEqual([null, null, null]);
  await sql`update insight.unit_week set immediacy = true where unit_id = 0`.execute(database.owner);
  expect((await gathered()).groups[0]!.groups.map(({ days }) => days)).toEqual([2, 9, null]);
});

test('did it help is pooled over three courses or more', async () => {
  const insert = (title: string) =>
    sql`
      insert into care.effect (
        institution_id, course_id, template, window_weeks, verdict, contacts, matched, learners, others, difference, low, high,
        confidence_level, weighed_at
      )
      select institution_id, course_id, '', 2, 'said', 20, 18, 17, 30, 1, 0.02, 1.98, 0.95, now() from core.course
      where title = ${title}`.execute(database.owner);
  await insert('lively');
  await insert('steady');
  expect((await gathered()).effects[0]).toEqual({ weeks: 2, courses: 2, contacts: 35, pooled: null });
  await insert('loose');
  const { pooled } = (await gathered()).effects[0]!;
  // Three equal errors of 0.5 make one of 0.5 / √3.
  expect(pooled).toMatchObject({ difference: 1, low: expect.closeTo(1 - 1.96 * (0.5 / Math.sqrt(3)), 4) as number });
});

test('who opted out, and who asked for help themselves, is in no number', async () => {
  const before = (await gathered()).funnel.listed;
  await sql`
    insert into core.opted_out (institution_id, person_id, course_id)
    select institution_id, person_id, 0 from insight.alert order by person_id limit 10`.execute(database.owner);
  await sql`
    update insight.alert set type = 'told_us'
    where person_id in (select person_id from insight.alert order by person_id desc limit 10)`.execute(database.owner);
  expect((await gathered()).funnel.listed).toBe(before! - 20);
});

test('one print: the funnel with Wilson’s intervals, groups with theirs, and what a yearly review asks', async () => {
  const folder = path.join(place.folder, 'evaluation');
  const span = { from: null, to: null };
  const manifest = await makeReport(
    database.db,
    { ...part(), kind: 'evaluation', format: 'print', span, least: 5 },
    folder,
  );
  expect(manifest.files.map(({ name }) => name)).toEqual(['evaluation.html', 'evaluation.pdf']);
  const pdf = await readPdf(await readFile(path.join(folder, 'evaluation.pdf')));
  const rows = all(pdf, 'TR').map((row) => row.below.map(({ text }) => text));
  const contacted = rows.find(([step]) => step === 'contacted')!;
  const [few, many] = [Number(contacted[1]), Number(rows.find(([step]) => step === 'listed at least once')![1])];
  const { low, high } = wilson(few, many)!;
  const whole = (share: number) => `${String(Math.round(100 * share))}%`;
  expect(contacted[2]).toBe(`${whole(few / many)} (${whole(low)} to ${whole(high)})`);
  const text = pdf.pages.map((page) => page.text).join(' ');
  for (const asked of [
    'Responsibility',
    'Transparency and consent',
    'Privacy',
    'Validity',
    'Access',
    'Enabling positive',
    'Minimising adverse',
    'Stewardship',
  ])
    expect(text).toContain(asked);
  expect(text).not.toMatch(/at risk|isolated/);
});
