import { sql } from 'kysely';
import { connect, reading } from '@kith/sql/connect.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compute } from '@kith/etl/compute/compute.ts';
import { median } from '@kith/etl/measures/median.ts';
import { setUnit } from '@kith/etl/organisation/units.ts';
import { freshDatabase, type FreshDatabase } from '../support/database.ts';
import { loadRecords, makeInstitution } from '../support/load-records.ts';
import { at } from '../support/small-course.ts';
import { fromLearnersAndPosts, type Recomputed } from './from-learners-and-posts.ts';
import { university } from './five-courses.ts';

const lastMonday = '2026-01-26';
const computedFirst = new Date(at(28, 6));
let database: FreshDatabase;
let institutionId: number;

beforeAll(async () => {
  database = await freshDatabase();
  institutionId = await makeInstitution(database.db);
  expect(await loadRecords(database.db, institutionId, university())).toMatchObject({ state: 'visible', rejected: 0 });
  expect(await compute(database.db, institutionId, { now: computedFirst })).toMatchObject({ failed: [], courses: 5 });
});
afterAll(() => database.drop());

interface UnitWeek {
  readonly unit: string;
  readonly weekStart: string;
  readonly courses: number;
  readonly learners: number;
  readonly staff: number;
  readonly indicators: Readonly<Record<string, number | null>>;
  readonly health: {
    readonly index?: number;
    readonly withheld?: string;
    readonly interval?: { readonly low: number; readonly high: number };
    readonly spread: { readonly courses: number } | null;
  };
  readonly computedAt: Date;
}

async function unitWeeks(): Promise<readonly UnitWeek[]> {
  const { rows } = await sql<UnitWeek>`
    select coalesce(unit.key, 'all') as unit, week.week_start, week.courses, week.learners, week.staff, week.indicators,
      week.health, week.computed_at
    from insight.unit_week as week
    left join core.unit as unit using (institution_id, unit_id)
    order by 1, 2`.execute(database.db);
  return rows;
}
const unitWeek = async (unit: string): Promise<UnitWeek> =>
  (await unitWeeks()).find((week) => week.unit === unit && week.weekStart === lastMonday)!;

const below: Readonly<Record<string, readonly string[]>> = {
  env: ['lively', 'small'],
  bio: ['quiet'],
  sci: ['lively', 'small', 'quiet'],
  maths: ['steady'],
  all: ['lively', 'small', 'quiet', 'steady', 'loose'],
};
const recomputed = (courses: readonly string[]): Promise<Recomputed> =>
  fromLearnersAndPosts(database.db, courses, Date.parse(at(28, 0)));

describe('a node says what its learners and posts say together', () => {
  test.each(Object.entries(below))('%s', async (unit, courses) => {
    const week = await unitWeek(unit);
    expect(week.courses).toBe(courses.length);
    const again = await recomputed(courses);
    expect(week.learners).toBe(again.learners);
    for (const [id, value] of Object.entries(again.values)) {
      if (value === null) expect(week.indicators[id], id).toBeNull();
      else expect(Math.abs(week.indicators[id]! - value), `${id} of ${unit}`).toBeLessThan(1e-9);
    }
  });

  test('a mean of the courses is another number, for every one of them', async () => {
    const whole = (await unitWeek('all')).indicators;
    const courses = await Promise.all(below.all!.map((course) => recomputed([course])));
    for (const id of Object.keys(courses[0]!.values)) {
      const own = courses.flatMap(({ values }) => values[id] ?? []);
      const mean = own.reduce((sum, value) => sum + value, 0) / own.length;
      expect(Math.abs(mean - whole[id]!), id).toBeGreaterThan(1e-6);
    }
    const medians = courses.map(({ values }) => values.median_first_reply_h ?? null);
    expect(median(medians)).not.toBeCloseTo(whole.median_first_reply_h!, 6);
  });

  test('minimum data is asked of the pool: three learners who write are too few, with others they count', async () => {
    const { rows } = await sql<{ voices: number | null }>`
      select (week.indicators ->> 'voices_share')::float8 as voices
      from insight.course_week as week join core.course_key using (institution_id, course_id)
      where key = 'small' and week_start = ${lastMonday}`.execute(database.db);
    expect(rows[0]!.voices).toBeNull();
    expect((await recomputed(['small'])).learners).toBe(5);
    expect((await unitWeek('env')).indicators.voices_share).toBeCloseTo(15 / 17, 9);
  });

  test('one course alone has its own index and interval, more learners narrow it', async () => {
    const { rows } = await sql<{ health: Required<UnitWeek['health']> }>`
      select week.health from insight.course_week as week join core.course_key using (institution_id, course_id)
      where key = 'steady' and week_start = ${lastMonday}`.execute(database.db);
    const alone = (await unitWeek('maths')).health;
    const width = ({ interval }: UnitWeek['health']): number => interval!.high - interval!.low;
    expect(alone.index).toBeCloseTo(rows[0]!.health.index, 9);
    expect(width(alone)).toBeCloseTo(width(rows[0]!.health), 6);
    const whole = (await unitWeek('all')).health;
    expect(width(whole)).toBeLessThan(width(alone));
    expect(whole.spread).toMatchObject({ courses: 4 });
  });

  test('teachers are counted once each', async () => {
    expect((await unitWeek('all')).staff).toBe(5);
    expect((await unitWeek('bio')).staff).toBe(1);
  });
});

describe('only what lies above a change is made again', () => {
  test('a late post in Biology leaves Environment as it was', async () => {
    const before = await unitWeeks();
    await loadRecords(database.db, institutionId, [
      {
        type: 'post',
        key: 'quiet/late',
        course: 'quiet',
        thread: 'quiet/late',
        author: 'quiet/q07',
        createdAt: at(27),
      },
    ]);
    const later = new Date(at(28, 9));
    await compute(database.db, institutionId, { now: later });
    const after = await unitWeeks();
    const madeAgain = after.filter(({ computedAt }) => computedAt.getTime() === later.getTime());
    expect(madeAgain.map(({ unit, weekStart }) => `${unit} ${weekStart}`).sort()).toEqual(
      ['all', 'bio', 'sci'].map((unit) => `${unit} ${lastMonday}`),
    );
    expect(after.filter(({ unit }) => unit === 'env')).toEqual(before.filter(({ unit }) => unit === 'env'));
    expect((await unitWeek('bio')).indicators.voices_share).toBeCloseTo(3 / 20, 9);
  });

  test('and is what making everything again comes to', async () => {
    const incremental = (await unitWeeks()).map(({ computedAt: _, ...week }) => week);
    await sql`delete from insight.unit_week`.execute(database.db);
    await sql`delete from insight.unit_pool`.execute(database.db);
    await sql`delete from insight.unit_course`.execute(database.db);
    await compute(database.db, institutionId, { now: new Date(at(28, 10)), all: true });
    expect((await unitWeeks()).map(({ computedAt: _, ...week }) => week)).toEqual(incremental);
  });

  test('nothing is due twice: computing again makes no node again', async () => {
    const before = await unitWeeks();
    await compute(database.db, institutionId, { now: new Date(at(28, 11)), all: true });
    expect(await unitWeeks()).toEqual(before);
  });

  test('a programme that moves takes its courses along', async () => {
    await setUnit(database.db, institutionId, { key: 'arts', kind: 'faculty', title: 'Arts', parent: undefined });
    await setUnit(database.db, institutionId, { key: 'bio', kind: 'programme', title: 'Biology', parent: 'arts' });
    await compute(database.db, institutionId, { now: new Date(at(28, 12)) });
    expect((await unitWeek('sci')).courses).toBe(2);
    expect((await unitWeek('arts')).indicators).toEqual((await unitWeek('bio')).indicators);
    expect((await unitWeek('sci')).indicators).toEqual((await unitWeek('env')).indicators);
  });
});

describe('who may read a node', () => {
  const seenBy = async (courses: readonly string[]): Promise<readonly string[]> => {
    const { rows: ids } = await sql<{ id: number }>`
      select course_id as id from core.course_key where key = any (${[...courses]})`.execute(database.db);
    const app = connect(database.urls.app);
    const settings = {
      'kith.institution': String(institutionId),
      'kith.aggregate_courses': ids.map(({ id }) => id).join(','),
    };
    const rows = await reading(app, settings, (tx) =>
      tx.selectFrom('insight.unitWeek').select('unitId').distinct().execute(),
    ).finally(() => app.destroy());
    const { rows: units } = await sql<{ key: string; unitId: number }>`select key, unit_id from core.unit`.execute(
      database.db,
    );
    return rows.map(({ unitId }) => units.find((unit) => unit.unitId === unitId)?.key ?? 'all').sort();
  };

  test('those who may see the aggregates of every course below it', async () => {
    expect(await seenBy(['lively', 'small'])).toEqual(['env', 'sci']);
    expect(await seenBy(['lively'])).toEqual([]);
    expect(await seenBy(below.all!)).toEqual(['all', 'arts', 'bio', 'env', 'maths', 'sci']);
  });
});
