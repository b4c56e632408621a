import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { RecordInput } from '@kith/etl/records/record.ts';
import { ties } from '@kith/etl/ties/index.ts';
import { inOrder, rebuildTies } from '@kith/etl/ties/rebuild.ts';
import { freshDatabase, type FreshDatabase } from '../support/database.ts';
import { loadRecords, makeInstitution } from '../support/load-records.ts';

interface Example {
  readonly people: Readonly<Record<string, 'learner' | 'teacher' | 'assistant' | 'observer'>>;
  readonly given: readonly RecordInput[];
  readonly expect: readonly TieRow[];
}

interface TieRow {
  readonly source: string;
  readonly target: string;
  readonly layer: string;
  readonly weight: number;
  readonly at: string;
}

/** A registered tie without a worked example fails here: the file is read for every kind. */
describe('every kind of tie answers its worked example', () => {
  test.each(ties.map(({ kind }) => kind))('%s', async (kind) => {
    const example = parse(readFileSync(new URL(`../fixtures/ties/${kind}.yaml`, import.meta.url), 'utf8')) as Example;
    const database = await freshDatabase();
    try {
      expect(byTime(await tiesOf(database, kind, recordsOf(example)))).toEqual(byTime(example.expect));
    } finally {
      await database.drop();
    }
  });
});

test('a session of a hundred and one makes no pairs, but hours', async () => {
  const database = await freshDatabase();
  try {
    const names = Array.from({ length: 101 }, (_, index) => `p${String(index).padStart(3, '0')}`);
    const given: RecordInput[] = [
      { type: 'session', key: 's', startsAt: '2026-01-05T18:00:00Z', endsAt: '2026-01-05T19:00:00Z' },
      ...names.map((person): RecordInput => ({
        type: 'presence',
        key: person,
        session: 's',
        person,
        precision: 'interval',
        status: 'present',
        joinAt: '2026-01-05T18:00:00Z',
        leaveAt: '2026-01-05T18:30:00Z',
      })),
    ];
    const people = Object.fromEntries(names.map((name) => [name, 'learner' as const]));
    expect(await tiesOf(database, 'live_session', recordsOf({ people, given, expect: [] }))).toEqual([]);
    const { rows } = await sql<{ people: number; hours: number }>`
      select count(*)::int as people, sum(hours) as hours from insight.ambient_contact`.execute(database.db);
    expect(rows[0]).toEqual({ people: 101, hours: 50.5 });
  } finally {
    await database.drop();
  }
});

test('what a kind reads is rebuilt before it', () => {
  const kinds = inOrder(ties).map(({ kind }) => kind);
  expect(kinds.indexOf('reply')).toBeLessThan(kinds.indexOf('mention'));
  expect([...kinds].sort()).toEqual(ties.map(({ kind }) => kind));
});

function recordsOf({ people, given }: Example): RecordInput[] {
  return [
    { type: 'course', key: 'c', startsOn: '2026-01-05', timezone: 'UTC' },
    ...Object.entries(people).flatMap(([key, role]): RecordInput[] => [
      { type: 'person', key, displayName: key },
      { type: 'enrolment', key: `${key} ${role}`, course: 'c', person: key, role },
    ]),
    ...given.map((record) => ({ ...record, course: 'c' })),
  ];
}

async function tiesOf({ db }: FreshDatabase, kind: string, records: readonly RecordInput[]): Promise<TieRow[]> {
  const institutionId = await makeInstitution(db);
  const report = await loadRecords(db, institutionId, records);
  expect(report).toMatchObject({ state: 'visible', rejected: 0 });
  const { rows: courses } = await sql<{
    courseId: number;
  }>`select course_id from core.course where kind = 'course'`.execute(db);
  for (const { courseId } of courses) await rebuildTies(db, { institutionId, courseId });
  const { rows } = await sql<TieRow & { directed: boolean; at: Date }>`
    select source.display_name as source, target.display_name as target, directed, layer, round(weight::numeric, 10)::float8 as weight, occurred_at as at
    from insight.tie as tie
    join identity.person as source on source.person_id = tie.source_person_id
    join identity.person as target on target.person_id = tie.target_person_id
    where kind = ${kind}`.execute(db);
  return rows.map(({ directed, source, target, at, ...row }) => {
    // Undirected rows stand once, the lower id first: the example writes names in alphabetical order.
    const [first, second] = directed || source < target ? [source, target] : [target, source];
    return { source: first, target: second, ...row, at: at.toISOString().replace('.000Z', 'Z') };
  });
}

const byTime = (rows: readonly TieRow[]): string[] =>
  rows.map((row) => JSON.stringify(row, ['at', 'source', 'target', 'layer', 'weight'])).sort();
