import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Extracted, SourceFile } from '@kith/etl/connector.ts';
import { instantOf } from '@kith/etl/extract/xapi/instants.ts';
import { isoSeconds } from '@kith/etl/extract/xapi/iso-duration.ts';
import { xapi } from '@kith/etl/extract/xapi/xapi.ts';
import { openInput } from '@kith/etl/formats/source.ts';
import { recordSchemas } from '@kith/etl/records/record.ts';
import { collect, fileOf } from '../support/bytes.ts';
import { extracted, fixtures } from '../support/connector-fixtures.ts';
import { referenceData } from '../support/reference-data.ts';

const mooc = referenceData('ralph-xapi', 'statements.json.gz');
const social = referenceData('xapi-social-examples');

/** Absent in the repository: these belong to others (GPL, AGPL) and may not be copied into it. */
describe.skipIf(!mooc || !social)('real statements (skipped without the reference data)', () => {
  test('22,000 statements of FUN-MOOC: 1,452 persons, 2 courses, an activity each', async () => {
    const items = await collect(xapi.extract(await openInput([mooc ?? '']), {}));
    expect(counts(items)).toEqual({ activity: 22_000, course: 2, person: 1452 });
    expect(
      items.every((item) => 'record' in item && recordSchemas[item.record.type].safeParse(item.record).success),
    ).toBe(true);
  });

  test('the order of the statements changes nothing', async () => {
    const { files } = await openInput([mooc ?? '']);
    const lines = (await text(files[0])).trimEnd().split('\n').slice(0, 2000);
    const forwards = await read(lines.join('\n'));
    const backwards = await read(lines.toReversed().join('\n'));
    expect(byKey(backwards)).toEqual(byKey(forwards));
  });

  const untimed = 'NO_TIME';
  const fragment = 'NOT_A_STATEMENT';
  const refused: [file: RegExp, code: string][] = [
    [/^moodle\.(?!.*meeting_ended)/, untimed], // the plugin's fixtures are cut before the store adds a time
    [/^spec\.context|^spec2\./, fragment],
    [/^openedx\.SOURCE-EVENT/, fragment],
    [/^spec\.example_[137]/, untimed],
  ];
  const examples = social ? readdirSync(social).filter((name) => name.endsWith('.json')) : [];

  test.each(examples)('%s loads, or is refused for a stated reason', async (name) => {
    const items = await read(readFileSync(path.join(social ?? '', name), 'utf8'));
    const codes = new Set(items.flatMap((item) => ('reject' in item ? [item.reject.code] : [])));
    expect([...codes]).toEqual(refused.filter(([file]) => file.test(name)).map(([, code]) => code));
    expect(items.length).toBeGreaterThan(0);
  });

  test.each([
    ['moodle.core.badge_awarded', 'award'],
    ['moodle.core.course_completed', 'outcome'],
    ['moodle.core.course_viewed', 'activity'],
    ['moodle.core.group_member_added', 'membership'],
    ['moodle.core.message_sent', 'activity'],
    ['moodle.core.user_enrolment_created', 'enrolment'],
    ['moodle.mod_bigbluebuttonbn.meeting_joined', 'activity'],
    ['moodle.mod_facetoface.take_attendance', 'presence'],
    ['moodle.mod_feedback.response_submitted', 'activity'],
    ['moodle.mod_forum.discussion_created', 'post'],
    ['moodle.mod_forum.post_created', 'post'],
    ['moodle.mod_forum.post_deleted', 'post'],
    ['moodle.mod_wiki.comment_created', 'post'],
    ['spec.example_1_voiding_statementref', 'activity'],
  ])('%s, once a store has given it a time, is %s', async (name, type) => {
    const statements = [JSON.parse(readFileSync(path.join(social ?? '', `${name}.json`), 'utf8')) as unknown].flat();
    const stored = statements.map((statement) => ({ ...(statement as object), stored: '2026-02-02T09:00:00Z' }));
    const items = await read(JSON.stringify(stored));
    expect(items.filter((item) => !('record' in item))).toEqual([]);
    expect(Object.keys(counts(items))).toContain(type);
    expect(JSON.stringify(items)).not.toMatch(/test_message_body|messagetext|test_response_text|hi there/);
  });
});

describe('private text', () => {
  test.each(fixtures('xapi'))('nothing anybody wrote leaves the connector: $variant', async (fixture) => {
    const came = JSON.stringify(await extracted(xapi, fixture));
    expect(came).not.toMatch(/private|clay|podzol|good links|We agreed|10\.3\.3\.48/i);
  });

  test('a deployment that keeps bodies gets those of posts, and still no messages', async () => {
    const [moodle] = fixtures('xapi').filter(({ variant }) => variant === 'moodle');
    if (!moodle) throw new Error('no fixture');
    const came = await extracted(xapi, { ...moodle, context: { keepBodies: true } });
    const bodies = came.flatMap((item) => ('record' in item && 'body' in item.record ? [item.record.body] : []));
    expect(bodies).toEqual(['<p>The B horizon. Do you see the clay?</p>', 'Add podzol']);
    expect(JSON.stringify(came)).not.toMatch(/private/);
  });
});

test('with posts=activity a forum that is loaded from its LMS is not counted twice', async () => {
  const [moodle] = fixtures('xapi').filter(({ variant }) => variant === 'moodle');
  if (!moodle) throw new Error('no fixture');
  const came = await extracted(xapi, { ...moodle, context: { options: { posts: 'activity' } } });
  expect(counts(came)).not.toHaveProperty('post');
  const verbs = came.flatMap((item) => ('record' in item && item.record.type === 'activity' ? [item.record.verb] : []));
  expect(verbs).toEqual(expect.arrayContaining(['posted', 'replied', 'deleted']));
});

describe('timestamps', () => {
  test.each([
    ['2026-02-02T09:00:00.123456+00:00', undefined, '2026-02-02T09:00:00.123456+00:00'],
    ['2026-02-02T09:00:00.1234567891Z', undefined, '2026-02-02T09:00:00.1234567891Z'],
    ['2026-02-02 09:00:00+01', undefined, '2026-02-02T09:00:00+01:00'],
    ['2026-02-02T09:00:00', 'America/New_York', '2026-02-02T14:00:00Z'],
  ])('%s in %s is %s', (written, zone, at) => {
    expect(instantOf(written, zone)).toEqual({ at });
  });

  test.each([
    ['2026-02-02T09:00:00', undefined, 'NO_ZONE'],
    ['2026-03-08T02:30:00', 'America/New_York', 'DST_GAP'],
    ['2026-11-01T01:30:00', 'America/New_York', 'DST_GAP'],
    ['2026-02-30T09:00:00Z', undefined, 'BAD_TIME'],
    ['02/03/2026 09:00', 'Europe/Vienna', 'BAD_TIME'],
    ['**TIMESTAMP**', undefined, 'BAD_TIME'],
  ])('%s in %s is refused: %s', (written, zone, code) => {
    expect(instantOf(written, zone)).toMatchObject({ code });
  });
});

test('a zone that does not exist is said at once, not at the first zone-less statement', async () => {
  const input = { path: 'statements.json', files: [fileOf('[]', 'statements.json')] };
  await expect(collect(xapi.extract(input, { timezone: 'Mars/Base' }))).rejects.toMatchObject({ code: 'BAD_TIMEZONE' });
});

test.each([
  ['PT1H0M0S', 3600],
  ['PT03M15S', 195],
  ['P1DT2H', 93_600],
  ['PT19126893.372S', 19_126_893.372],
  ['P2W', 1_209_600],
  ['P1M', undefined],
  ['an hour', undefined],
])('%s lasts %s seconds', (written, seconds) => {
  expect(isoSeconds(written)).toBe(seconds);
});

async function read(json: string): Promise<Extracted[]> {
  const file = fileOf(json, 'statements.json');
  return collect(xapi.extract({ path: file.name, files: [file] }, {}));
}

function counts(items: readonly Extracted[]): Record<string, number> {
  const kinds = Map.groupBy(items, (item) =>
    'record' in item ? item.record.type : 'reject' in item ? 'reject' : 'skipped',
  );
  return Object.fromEntries([...kinds].map(([kind, those]) => [kind, those.length]));
}

function byKey(items: readonly Extracted[]): unknown[] {
  return items
    .flatMap((item) => ('record' in item ? [item.record] : []))
    .sort((a, b) => (a.type + a.key < b.type + b.key ? -1 : 1));
}

async function text(file: SourceFile | undefined): Promise<string> {
  const chunks = file ? await Array.fromAsync(file.open()) : [];
  return Buffer.concat(chunks).toString();
}
