import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compute } from '@kith/etl/compute/compute.ts';
import { makeInstitution } from '@kith/etl/organisation/institutions.ts';
import type { RecordInput } from '@kith/etl/records/record.ts';

import { freshDatabase, type FreshDatabase } from '../support/database.ts';
import { loadRecords } from '../support/load-records.ts';
import { at, courseStart, exchange, person, smallCourse } from '../support/small-course.ts';

const weeks = 9;
/** The week of which something is missing, from 1. */
const quiet = 6;

let database: FreshDatabase;
let asTaught: Bands;
let made = 0;
beforeAll(async () => {
  database = await freshDatabase();
  asTaught = await bandsAfter([taught()]);
}, 120_000);
afterAll(() => database.drop());

/** Ten who talk on Mondays and Thursdays, one who only looks, one who left after three weeks. */
function taught(isMissing: (record: RecordInput) => boolean = () => false): RecordInput[] {
  const days = Array.from({ length: weeks }, (_, week) => week * 7);
  const looks = (who: string, day: number): RecordInput => ({
    type: 'activity',
    key: `${who} looks ${String(day)}`,
    course: 'c',
    person: who,
    verb: 'viewed',
    at: at(day, 10),
  });
  return [
    ...smallCourse({ weeks }),
    ...days.flatMap((day) =>
      Array.from({ length: 10 }, (_, who) => exchange(`l${who}`, `l${(who + 3) % 10}`, day + 3)).flat(),
    ),
    ...person('looks', 'learner'),
    ...person('left', 'learner'),
    ...days.flatMap((day) => [looks('looks', day + 1), looks('looks', day + 4)]),
    ...days.slice(0, 3).flatMap((day) => [looks('left', day + 1), ...exchange('left', 'l1', day + 2)]),
  ].filter((record) => !isMissing(record));
}

/** Band by learner, week by week. */
type Bands = Readonly<Record<string, readonly (string | null)[]>>;

/** In a university of its own: the bands after these loads, computed at the end of the term. */
async function bandsAfter(loads: readonly (readonly RecordInput[])[], shiftWeeks = 0): Promise<Bands> {
  made += 1;
  const key = `u${String(made)}`;
  const { institutionId } = await makeInstitution(database.db, { key, title: key, timezone: 'UTC' });
  for (const records of loads) {
    expect(await loadRecords(database.db, institutionId, records)).toMatchObject({ state: 'visible', rejected: 0 });
  }
  const now = new Date(at((weeks + shiftWeeks) * 7, 6));
  expect(await compute(database.db, institutionId, { now })).toMatchObject({ courses: 1, failed: [] });
  const { rows } = await sql<{ name: string; bands: (string | null)[] }>`
    select person.display_name as name, array_agg(week.band order by week.week) as bands
    from insight.learner_week as week
    join identity.person as person
      on person.institution_id = week.institution_id and person.person_id = week.person_id
    where week.institution_id = ${institutionId}
    group by person.person_id, person.display_name`.execute(database.db);
  return Object.fromEntries(rows.map(({ name, bands }) => [name, bands]));
}

function inQuietWeek(record: RecordInput): boolean {
  if (record.type !== 'post' && record.type !== 'activity') return false;
  const instant = record.type === 'post' ? record.createdAt : record.at;
  return instant >= at((quiet - 1) * 7, 0) && instant < at(quiet * 7, 0);
}

test('the course as it was taught: the others are connected, who looks or left is not', () => {
  const last = Object.fromEntries(Object.entries(asTaught).map(([name, bands]) => [name, bands.at(-1)]));
  expect(last).toMatchObject({ 'Name of l1': 'connected', 'Name of looks': 'high', 'Name of left': 'high' });
});

test('a reading week changes nobody, neither in it nor after it', async () => {
  expect(await bandsAfter([taught(inQuietWeek)])).toEqual(asTaught);
});

test.each(['post', 'activity'])('a week without any %s, because its source was down, changes nobody', async (type) => {
  expect(await bandsAfter([taught((record) => record.type === type && inQuietWeek(record))])).toEqual(asTaught);
});

test('the same import twice changes nobody', async () => {
  expect(await bandsAfter([taught(), taught()])).toEqual(asTaught);
});

test('four weeks later on the calendar, the same happens in the same weeks', async () => {
  const later = (instant: string): string => new Date(Date.parse(instant) + 28 * 86_400_000).toISOString();
  const shifted = taught().map((record) => {
    if (record.type === 'course') return { ...record, startsOn: later(`${courseStart}T00:00:00Z`).slice(0, 10) };
    if (record.type === 'post') return { ...record, createdAt: later(record.createdAt) };
    return record.type === 'activity' ? { ...record, at: later(record.at) } : record;
  });
  expect(await bandsAfter([shifted], 4)).toEqual(asTaught);
});
