import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connectorById } from '@kith/etl/extract/index.ts';
import { openInput } from '@kith/etl/formats/source.ts';
import { type RecordInput, recordSchemas } from '@kith/etl/records/record.ts';
import { calendarOf } from '@kith/etl/simulate/calendar.ts';
import type { Course } from '@kith/etl/simulate/course.ts';
import { forumOf } from '@kith/etl/simulate/forum.ts';
import { sessionsOf } from '@kith/etl/simulate/live.ts';
import { Scenario } from '@kith/etl/simulate/scenario.ts';
import { simulate, type Summary } from '@kith/etl/simulate/simulate.ts';
import { universityOf } from '@kith/etl/simulate/university.ts';
import { simulatedFormats } from '@kith/etl/simulate/write/plan.ts';
import { accountsMeant, lineOf, statementsMeant, tablesMeant } from './meant-natively.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const now = new Date('2026-11-22T03:00:00Z');
const platforms = [
  { forum: 'moodle', meetings: 'teams' },
  { forum: 'canvas', meetings: 'zoom' },
];
const scenario = Scenario.parse({ seed: 5, students: 60, courses: 4, weeks: 3, platforms });
const calendar = calendarOf(scenario.weeks, now, scenario.timezone, scenario.readingWeek);
const university = universityOf(scenario, calendar);
const { courses } = university;

let summary: Summary;
let remove: () => Promise<void>;
beforeAll(async () => {
  const temporary = await temporaryFolder();
  remove = temporary.remove;
  summary = await simulate({ out: temporary.folder, scenario, now });
});
afterAll(() => remove());

type Step = Summary['plan']['steps'][number];

/** What a connector reads of a step of the plan; a reject fails the test. */
async function readBack({ connector, path: below, course, timezone, dateOrder }: Step): Promise<RecordInput[]> {
  const input = await openInput([path.join(summary.out, below)]);
  const items = connectorById(connector)!.extract(input, { course, timezone, dateOrder });
  const records: RecordInput[] = [];
  for await (const item of items) {
    expect(item).not.toHaveProperty('reject');
    if ('record' in item) records.push(item.record);
  }
  return records;
}

const stepsOf = (connector: string) => summary.plan.steps.filter((step) => step.connector === connector);
const ofType = <Type extends RecordInput['type']>(records: readonly RecordInput[], type: Type) =>
  records.filter((record): record is Extract<RecordInput, { type: Type }> => record.type === type);
const second = (millis: number) => new Date(Math.floor(millis / 1000) * 1000).toISOString().replace('.000Z', 'Z');
const bySecond = (at: string | undefined) => (at === undefined ? '' : second(Date.parse(at)));

/** Posts as the simulation meant them: what they are called, who wrote, what they answer, when. */
function postsOf(platform: 'moodle' | 'canvas'): string[] {
  return courses.flatMap((course, at) => {
    if (course.platform.forum !== platform) return [];
    const posts = forumOf(scenario.seed, course, calendar, (at + 1) * 100_000);
    const openers = new Set(posts.filter(({ parent }) => parent === 0).map(({ id }) => id));
    const key = (id: number) => (platform === 'canvas' && openers.has(id) ? `topic:${id}` : String(id));
    return posts.map(({ id, author, parent, millis }) => {
      const who = platform === 'canvas' ? `7${author.moodleId}` : author.moodleId;
      // A Moodle post has the nearest second of its time.
      const when = platform === 'canvas' ? Math.floor(millis / 1000) : Math.round(millis / 1000);
      return [key(id), who, parent === 0 ? '' : key(parent), second(when * 1000)].join(' ');
    });
  });
}

const postsIn = (records: readonly RecordInput[]) =>
  ofType(records, 'post').map(({ key, author, parent, createdAt }) =>
    [key, author, parent ?? '', bySecond(createdAt)].join(' '),
  );

function staysOf(meetings: 'teams' | 'zoom'): string[] {
  return courses
    .filter(({ platform }) => platform.meetings === meetings)
    .flatMap((course) => sessionsOf(scenario.seed, course, calendar))
    .flatMap(({ stays }) => stays)
    .map(({ person, seat, join, leave }) => {
      const address = seat ? seat.learner.shownEmail : person.email;
      return [address.toLowerCase(), second(join), second(leave)].join(' ');
    });
}

async function staysRead(meetings: 'teams' | 'zoom'): Promise<string[]> {
  const own = stepsOf('meeting-report').filter(({ source }) => source === meetings);
  const records = (await Promise.all(own.map(readBack))).flat();
  return ofType(records, 'presence').map(({ person, joinAt, leaveAt }) =>
    [person, bySecond(joinAt), bySecond(leaveAt)].join(' '),
  );
}

const rosterOf = (course: Course) => [
  ...course.seats.map(({ learner }) => `${course.code} ${learner.sisId} learner`),
  ...course.staff.map(({ sisId }) => `${course.code} ${sisId} teacher`),
];

/** What each format is held against, record by record. */
const meant: Readonly<Record<string, () => Promise<[read: string[], meant: string[]]>>> = {
  'OneRoster 1.1 CSV, bulk': async () => {
    const records = (await Promise.all(stepsOf('oneroster').map(readBack))).flat();
    const sis = new Map(
      ofType(records, 'person').map(({ key, claims }) => [key, claims?.find(({ scheme }) => scheme === 'sis')?.value]),
    );
    const codes = new Map(ofType(records, 'course').map(({ key, code, sisId }) => [key, code ?? sisId ?? key]));
    const read = ofType(records, 'enrolment').map(
      ({ course = '', person, role }) => `${codes.get(course) ?? course} ${sis.get(person) ?? person} ${role}`,
    );
    const wholes = new Set(courses.map(({ code }) => code));
    return [read.filter((line) => wholes.has(line.split(' ')[0]!)), courses.flatMap(rosterOf)];
  },
  'Moodle forum export, CSV': async () => [
    postsIn((await Promise.all(stepsOf('moodle-forum').map(readBack))).flat()),
    postsOf('moodle'),
  ],
  'Canvas REST answers: enrolments, topics, views': async () => [
    postsIn((await Promise.all(stepsOf('canvas').map(readBack))).flat()),
    postsOf('canvas'),
  ],
  'Teams attendance report with sections, UTF-16LE': async () => [await staysRead('teams'), staysOf('teams')],
  'Zoom participants with meeting data, CSV': async () => [await staysRead('zoom'), staysOf('zoom')],
  "statements of Moodle's plugin, NDJSON, gzip": async () => {
    const records = (await Promise.all(stepsOf('xapi').map(readBack))).flat();
    return [ofType(records, 'activity').map(lineOf), statementsMeant(university, scenario.seed)];
  },
  'native tables: persons, courses, groups, breakouts, feedback, pulse, consents, declarations': async () => {
    const read = async (below: string) => {
      const steps = stepsOf('native').filter(({ path: own }) => own === below);
      return (await Promise.all(steps.map(readBack))).flat().map(lineOf);
    };
    return [
      [...(await read('tutoring')), ...(await read('moodle/accounts'))],
      [...tablesMeant(university, scenario.seed), ...accountsMeant(university)],
    ];
  },
};

describe('what a simulation writes, its connector reads back', () => {
  test.each(simulatedFormats)('$connector: $format', async ({ connector, format }) => {
    const steps = stepsOf(connector);
    expect(steps.length).toBeGreaterThan(0);
    for (const step of steps) {
      const records = await readBack(step);
      expect(records.length).toBeGreaterThan(0);
      for (const record of records) expect(recordSchemas[record.type].safeParse(record).error).toBeUndefined();
      expect(await readBack(step)).toEqual(records);
    }
    const [read, expected] = await meant[format]!();
    expect(expected.length).toBeGreaterThan(0);
    expect(read.sort()).toEqual(expected.sort());
  });

  test('every format that is written has its comparison, and none is for another', () => {
    const written = simulatedFormats.map(({ format }): string => format);
    expect(Object.keys(meant).sort()).toEqual(written.sort());
  });
});
