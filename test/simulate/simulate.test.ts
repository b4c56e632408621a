import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Believed, Extracted } from '@kith/etl/connector.ts';
import { connectorById } from '@kith/etl/extract/index.ts';
import { openInput } from '@kith/etl/formats/source.ts';
import { type RecordInput, recordSchemas } from '@kith/etl/records/record.ts';
import { archetypes } from '@kith/etl/simulate/archetypes.ts';
import { Scenario } from '@kith/etl/simulate/scenario.ts';
import { simulate, type Summary } from '@kith/etl/simulate/simulate.ts';
import type { Truth } from '@kith/etl/simulate/write/truth.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const now = new Date('2026-11-22T03:00:00Z');
const systems = [
  { forum: 'moodle', meetings: 'teams' },
  { forum: 'canvas', meetings: 'zoom' },
  { forum: 'moodle', meetings: 'zoom' },
] as const;
const sizes = { seed: 7, students: 120, courses: 3, weeks: 10, plants: ['ordinary'], platforms: systems };
const write = (out: string, but: object = {}) => simulate({ out, now, scenario: Scenario.parse({ ...sizes, ...but }) });

let folder: string;
let summary: Summary;
const used: Awaited<ReturnType<typeof temporaryFolder>>[] = [];
beforeAll(async () => {
  folder = await fresh();
  summary = await write(folder);
});

afterAll(async () => {
  for (const { remove } of used) await remove();
});

describe('the files', () => {
  test('are the same bytes for the same seed, sizes and day, and others for another seed', async () => {
    const [again, other] = [await fresh(), await fresh()];
    await write(again);
    await write(other, { seed: 8 });
    expect(digest(again)).toBe(digest(folder));
    expect(digest(other)).not.toBe(digest(folder));
  });

  test('may be written over, but nothing else may', async () => {
    const out = await fresh();
    await write(out, { students: 40 });
    await write(out);
    expect(digest(out)).toBe(digest(folder));
    const foreign = await fresh();
    writeFileSync(path.join(foreign, 'thesis.txt'), 'mine');
    await expect(write(foreign)).rejects.toThrow(/not empty/);
    expect(readdirSync(foreign)).toEqual(['thesis.txt']);
  });

  test('cover whole weeks, of which the last ended before today, and the term goes on', () => {
    // 2026-11-22 is a Sunday: its own week is not over.
    expect(summary).toMatchObject({ startsOn: '2026-09-07', endsOn: '2026-11-29' });
    const days = forum('ENV101').map((row) => new Date(Number(row[5]) * 1000).toISOString());
    expect(days.toSorted().at(-1)! < '2026-11-16T00:00').toBe(true);
  });
});

describe('what is written, the connectors read', () => {
  test('every step of the plan without a reject, as records that are believed', async () => {
    for (const step of summary.plan.steps) {
      const items = await load(step);
      expect(items.filter((item) => 'reject' in item)).toEqual([]);
      const records = believed(items);
      expect(records.length).toBeGreaterThan(0);
      const bad = records.filter((record) => !recordSchemas[record.type].safeParse(record).success);
      expect(bad).toEqual([]);
    }
  });

  test('in the numbers that the summary names', async () => {
    const counted = new Map<string, number>();
    for (const step of summary.plan.steps) {
      for (const { type } of believed(await load(step))) {
        const what = `${step.connector} ${type}`;
        counted.set(what, (counted.get(what) ?? 0) + 1);
      }
    }
    expect(counted.get('moodle-forum post')! + counted.get('canvas post')!).toBe(summary.posts);
    expect(counted.get('moodle-forum post')).toBeGreaterThan(0);
    expect(counted.get('meeting-report session')).toBe(summary.sessions);
    expect(counted.get('xapi activity')).toBe(summary.statements);
    expect(counted.get('oneroster enrolment')).toBeGreaterThanOrEqual(summary.enrolments + 2 * summary.courses);
  });

  test('from two platforms, two meeting systems and a learning record store, with all that indicators.md §5.5 names', async () => {
    const folders = summary.plan.steps.map(({ connector, path: below }) => `${connector} ${below.split('/')[0]!}`);
    for (const system of ['oneroster oneroster', 'moodle-forum moodle', 'canvas canvas', 'meeting-report teams']) {
      expect(folders).toContain(system);
    }
    expect(folders).toEqual(expect.arrayContaining(['meeting-report zoom', 'xapi moodle-lrs', 'native tutoring']));
    const types = new Set<string>();
    for (const step of summary.plan.steps) for (const { type } of believed(await load(step))) types.add(type);
    for (const type of ['enrolment', 'membership', 'feedback', 'survey_response', 'consent'])
      expect(types).toContain(type);
  });

  test('with two teachers in every course, and learners who are matched by number or address', async () => {
    const [roster] = summary.plan.steps;
    const records = believed(await load(roster!));
    const staff = records.filter((record) => record.type === 'enrolment' && record.role === 'teacher');
    expect(staff).toHaveLength(2 * summary.courses);
    const accounts = rows('moodle/accounts/persons.csv');
    const unknown = accounts.filter((row) => row[1] === '');
    expect(unknown.length).toBeLessThan(accounts.length * 0.05);
  });
});

describe('the planted truth', () => {
  test('names every learner of every course once, in the shares of the archetypes', async () => {
    const big = await write(await fresh(), { students: 600, weeks: 2 });
    const all = truth(big.out).courses.flatMap(({ learners }) => learners);
    expect(all).toHaveLength(big.enrolments);
    for (const { id, share } of archetypes) {
      const planted = all.filter(({ archetype }) => archetype === id).length / all.length;
      expect(Math.abs(planted - share), id).toBeLessThan(0.02);
    }
    expect(archetypes.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
  });

  test('is in no file that is loaded', () => {
    const words = /archetype|isolated|rejected_poster|lurker|ghost/i;
    const telling = filesBelow(folder).filter((name) => words.test(readFileSync(path.join(folder, name), 'latin1')));
    expect(telling).toEqual(['truth.json']);
    expect(summary.plan.steps.some((step) => step.path.includes('truth'))).toBe(false);
  });

  test('shows in the traces: nobody answers rejected posters, lurkers do not write, ghosts leave nothing', () => {
    const kinds = new Map<string, string>();
    const onMoodle = truth(folder).courses.filter(({ course }) => course !== 'DAT101');
    for (const { course, learners } of onMoodle) {
      for (const { person, archetype } of learners) kinds.set(`${course} ${person}`, archetype);
    }
    const sis = new Map(rows('moodle/accounts/persons.csv').map(([id, number]) => [id, number]));
    const written = new Map<string, number>();
    const answered = new Map<string, number>();
    for (const { course } of onMoodle) {
      const posts = forum(course);
      const author = new Map(posts.map((row) => [row[0], kinds.get(`${course} ${sis.get(row[3]) ?? ''}`) ?? 'staff']));
      for (const row of posts) {
        const own = author.get(row[0])!;
        written.set(own, (written.get(own) ?? 0) + 1);
        const other = author.get(row[2]);
        if (other !== undefined && own !== 'staff') answered.set(other, (answered.get(other) ?? 0) + 1);
      }
    }
    const per = (counts: Map<string, number>, kind: string) =>
      (counts.get(kind) ?? 0) / [...kinds.values()].filter((each) => each === kind).length;
    expect(per(answered, 'rejected_poster')).toBeLessThan(0.25 * per(answered, 'typical'));
    expect(per(written, 'rejected_poster')).toBeGreaterThan(0.5 * per(written, 'typical'));
    expect(per(written, 'silent_lurker')).toBeLessThan(1);
    expect(per(written, 'core')).toBeGreaterThan(2 * per(written, 'typical'));
    expect(written.get('ghost') ?? 0).toBe(0);
  });
});

async function fresh(): Promise<string> {
  const one = await temporaryFolder();
  used.push(one);
  return one.folder;
}

async function load({
  connector: id,
  path: below,
  course,
  timezone,
  dateOrder,
}: Summary['plan']['steps'][number]): Promise<Extracted[]> {
  const connector = connectorById(id);
  if (!connector) throw new Error(`there is no connector ${id}`);
  const input = await openInput([path.join(folder, below)]);
  return Array.fromAsync(connector.extract(input, { course, timezone, dateOrder }));
}

function believed(items: readonly Extracted[]): RecordInput[] {
  return items.filter((item): item is Believed => 'record' in item).map(({ record }) => record);
}

/** Cells of a small table without quotes inside cells. */
function rows(name: string): string[][] {
  const [, ...lines] = readFileSync(path.join(folder, name), 'utf8').trimEnd().split('\r\n');
  return lines.map((line) => line.split(','));
}

function forum(course: string): string[][] {
  return rows(`moodle/forum/${course}.csv`);
}

function truth(out: string): Truth {
  return JSON.parse(readFileSync(path.join(out, 'truth.json'), 'utf8')) as Truth;
}

function filesBelow(out: string): string[] {
  return readdirSync(out, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(out, path.join(entry.parentPath, entry.name)))
    .sort();
}

function digest(out: string): string {
  const hash = createHash('sha256');
  for (const name of filesBelow(out)) hash.update(name).update(readFileSync(path.join(out, name)));
  return hash.digest('hex');
}
