import { readTies } from '@kith/etl/compute/facts/ties.ts';
import { coursesToCompute } from '@kith/etl/compute/queue.ts';
import type { RecordInput } from '@kith/etl/records/record.ts';
import { randomOf } from '@kith/etl/simulate/random.ts';
import { rebuildTies } from '@kith/etl/ties/rebuild.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../support/database.ts';
import { loadRecords, makeInstitution } from '../support/load-records.ts';

let database: FreshDatabase;
beforeAll(async () => void (database = await freshDatabase()));
afterAll(() => database.drop());

const minute = 60_000;
const people = Array.from({ length: 14 }, (_, index) => `p${String(index)}`);

/** Sessions to which people come late, go early, come back, or leave nothing but a total; two begin at one instant. */
function* given(): Generator<RecordInput> {
  const random = randomOf(2026, 'company');
  yield { type: 'course', key: 'c', title: 'c', startsOn: '2026-01-05', timezone: 'UTC' };
  for (const person of people) {
    yield { type: 'person', key: person, displayName: person };
    yield { type: 'enrolment', key: person, course: 'c', person, role: 'learner' };
  }
  // Becomes an assistant while the second session is on: no classmate from then on.
  yield { type: 'enrolment', key: 'later', course: 'c', person: 'p0', role: 'assistant', from: '2026-01-12T10:30:00Z' };
  for (const [index, day] of ['05', '12', '12', '19', '26'].entries()) {
    const starts = Date.parse(`2026-01-${day}T10:00:00Z`);
    const at = (minutes: number) => new Date(starts + minutes * minute).toISOString();
    const session = `s${String(index)}`;
    yield { type: 'session', key: session, course: 'c', kind: 'class', startsAt: at(0), endsAt: at(60) };
    for (const person of people) {
      const [key, status] = [`${session} ${person}`, 'present'] as const;
      const presence = { type: 'presence' as const, course: 'c', session, person, status };
      const came = random.whole(0, 20);
      if (random.chance(0.2)) yield { ...presence, key, precision: 'summary', seconds: random.whole(0, 3600) };
      else
        yield {
          ...presence,
          key,
          precision: 'interval',
          joinAt: at(came),
          leaveAt: at(came + random.whole(3, 20) + 0.0123),
        };
      if (!random.chance(0.3)) continue;
      yield {
        ...presence,
        key: `${key} again`,
        precision: 'interval',
        joinAt: at(45),
        leaveAt: at(random.whole(46, 60)),
      };
    }
  }
}

test('computing pairs who was together as the view does, in the order of sums', async () => {
  const institutionId = await makeInstitution(database.db);
  expect(await loadRecords(database.db, institutionId, [...given()])).toMatchObject({ state: 'visible', rejected: 0 });
  const [course] = await coursesToCompute(database.db, institutionId, { all: true });
  await rebuildTies(database.db, { institutionId, courseId: course!.courseId });
  const ties = await readTies(database.db, course!);
  const { rows } = await sql<(typeof ties)[number]>`
    select
      kind, layer, source_person_id as source, target_person_id as target, directed,
      extract(epoch from occurred_at)::float8 * 1000 as at, weight
    from insight.tie
    order by occurred_at, kind collate "C", layer collate "C", directed, source, target, weight`.execute(database.db);
  expect(ties.length).toBeGreaterThan(100);
  expect(new Set(ties.map(({ layer }) => layer))).toEqual(new Set(['contact', 'staff']));
  expect(ties.map(({ weight: _, ...tie }) => tie)).toEqual(rows.map(({ weight: _, ...tie }) => tie));
  for (const [place, { weight }] of ties.entries()) expect(weight).toBeCloseTo(rows[place]!.weight, 12);
});
