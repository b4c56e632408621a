import { existsSync, readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import path from 'node:path';

import { endpoints } from '@kith/api/contract/endpoints.ts';
import { fewest, leastCount, leastForShare, shareOf } from '@kith/etl/disclosure/fewest.ts';
import { courseIndicators, indicators } from '@kith/etl/indicators/index.ts';
import { recordSchemas } from '@kith/etl/records/record.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { en } from '../../dashboard/messages/en.ts';
import { formatsFor } from '../../dashboard/src/lib/format/formats.ts';
import { freshDatabase, type FreshDatabase } from '../support/database.ts';

/**
 * The hard rules of indicators §7, by their number, over schema, code and words. What another test shows is named, and
 * the name is checked.
 */
const root = path.join(import.meta.dirname, '../..');

let database: FreshDatabase;
let columns: { place: string; name: string }[];
beforeAll(async () => {
  database = await freshDatabase();
  const { rows } = await sql<{ place: string; name: string }>`
    select table_schema || '.' || table_name as place, column_name as name from information_schema.columns
    where table_schema in ('core', 'identity', 'insight', 'care', 'ops')`.execute(database.owner);
  columns = rows;
});
afterAll(() => database.drop());

const code = async (pattern: string): Promise<[file: string, text: string][]> => {
  const files: [string, string][] = [];
  for await (const file of glob(pattern, { cwd: root })) {
    if (!file.includes('node_modules')) files.push([file, readFileSync(path.join(root, file), 'utf8')]);
  }
  return files;
};
const columnsLike = (name: RegExp): string[] =>
  columns.filter((column) => name.test(column.name)).map(({ place, name: column }) => `${place}.${column}`);

/** Every sentence of the pages, functions called with something that is a number and a text. */
function sentences(value: unknown, found: string[] = []): string[] {
  if (typeof value === 'string') found.push(value);
  else if (Array.isArray(value)) for (const each of value) sentences(each, found);
  else if (typeof value === 'object' && value !== null) for (const each of Object.values(value)) sentences(each, found);
  else if (typeof value === 'function') found.push(String(value));
  return found;
}

describe('1 · no emotion or sentiment is inferred', () => {
  test('no column, indicator or package for it', async () => {
    expect(columnsLike(/emotion|sentiment|mood|tone\b|affect\b/)).toEqual([]);
    expect(indicators.filter(({ id }) => /emotion|sentiment|mood/.test(id))).toEqual([]);
    const [, lock] = (await code('package-lock.json'))[0]!;
    expect(lock).not.toMatch(/node_modules\/(?:[\w@/-]*)?(?:sentiment|vader|wink-nlp|compromise|tensorflow)/);
  });

  test('no computation reads the body of a post', async () => {
    const reading = (
      await code('{etl/{compute,indicators,score,ties,health,alerts},sql/{ties,indicators}}/**/*.{ts,sql}')
    )
      .filter(([, text]) => /\b(?:post|posts|p)\.body\b/.test(text))
      .map(([file]) => file);
    expect(reading).toEqual([]);
  });
});

describe('2 · no private message is read', () => {
  test('a record has no field for one, and messages are asked for by a consent of their own', () => {
    expect(Object.keys(recordSchemas)).not.toContain('message');
    expect(recordSchemas.consent.shape.purpose.options).toContain('direct_messages');
    expect(columnsLike(/message_body|private_text|direct_message/)).toEqual([]);
  });
});

describe('3 · no protected attribute is an input', () => {
  test('facts, ties and learner-weeks have no column for one', () => {
    const named =
      /gender|sex$|ethnic|race$|religio|disab|nationality|(?:^|_)age$|birth|income|depriv|caste|orientation/;
    expect(columnsLike(named).filter((place) => !place.startsWith('identity.'))).toEqual([]);
  });

  test('what is computed never reads identity.attribute, but for mixing of regions', async () => {
    const reading = (await code('etl/{compute,score,indicators,ties,health,alerts}/**/*.ts'))
      .filter(([, text]) => text.includes('identity.attribute'))
      .map(([file]) => file);
    expect(reading.filter((file) => !file.endsWith('facts/regions.ts'))).toEqual([]);
    const score = await code('etl/score/**/*.ts');
    expect(score.filter(([, text]) => /\bregions?\b/.test(text)).map(([file]) => file)).toEqual([]);
  });
});

describe('4 · no score, band or rank for learners', () => {
  test('what a learner may ask has no field for one', () => {
    const own = Object.entries(endpoints).filter(([, { url }]) => url.startsWith('/my-data'));
    expect(own.length).toBeGreaterThan(8);
    for (const [name, endpoint] of own) {
      expect(JSON.stringify(endpoint.response.toJSONSchema({ unrepresentable: 'any' })), name).not.toMatch(
        /"(?:score|band|rank|percentile|trend)"/,
      );
    }
  });
});

describe('5 · nothing decides or writes by itself', () => {
  test('no job of the worker sends anything', async () => {
    const sending = (await code('etl/**/*.ts')).filter(([, text]) => /nodemailer|sendMail|smtp/i.test(text));
    expect(sending.map(([file]) => file).filter((file) => file.startsWith('etl/jobs/'))).toEqual([]);
  });

  test('a message is confirmed by whoever sends it', () => {
    const shape = endpoints.sendMessage.body.toJSONSchema({ unrepresentable: 'any' }) as { required: string[] };
    expect(shape.required).toContain('confirmed');
  });
});

describe('6 · not for grading, attendance penalties or review of staff', () => {
  test('no computation reads a grade', async () => {
    const reading = (await code('{etl/{compute,score,indicators,ties,health,alerts}/**/*.ts,sql/ties/*.sql}'))
      .filter(([, text]) => /\b(?:outcome|feedback)\.(?:grade|score|max_score)\b/.test(text))
      .map(([file]) => file);
    expect(reading).toEqual([]);
  });
});

describe('7 · no data is not risk, and words stay careful', () => {
  test('no sentence of a page calls a person isolated, lonely or at risk', () => {
    const words = sentences(en(formatsFor('en-GB')));
    expect(words.length).toBeGreaterThan(500);
    const forbidden =
      /\b(?:lonely|loner|at[- ]risk|isolated (?:student|learner|people|person)|poor performer|worst)\b/i;
    expect(words.filter((sentence) => forbidden.test(sentence))).toEqual([]);
  });
});

describe('8 · nothing is said of fewer than five answers, or of sub-groups of fewer than ten', () => {
  /** What is made of the answers to a survey, with as many answers as are given, each a three. */
  const said = courseIndicators
    .filter(({ needs }) => needs.includes('survey'))
    .map((indicator) => ({
      id: indicator.id,
      of: (answers: number) => indicator.value({ sum: 3 * answers, count: answers, answers, people: 40 }),
    }))
    .filter(({ id }) => id !== 'data_coverage'); // how much of the class any source shows: no answer is in it

  test('four answers to a survey say nothing, five do', () => {
    expect(said.length).toBeGreaterThan(4);
    for (const { id, of } of said) expect([id, of(4), of(5) === null], id).toEqual([id, null, false]);
  });

  test('the least for a count and for a share are five and ten, and what is left out cannot be taken from the rest', () => {
    expect([leastCount, leastForShare]).toEqual([5, 10]);
    expect([fewest(4), fewest(5), shareOf(5, 9), shareOf(5, 10), shareOf(6, 10)]).toEqual([null, 5, null, 0.5, null]);
  });

  test('a report is told at least five or ten, never less', async () => {
    const [, command] = (await code('etl/cli/export/export.ts'))[0]!;
    expect(command).toMatch(/5\|10/);
  });

  test('whoever may see no learner meets no count of learners on the pages of programmes but by that function', async () => {
    const counting = (await code('api/queries/programmes/*.ts')).filter(
      ([, text]) => text.includes('learners:') && !text.includes('learners: fewest(') && text.includes('count('),
    );
    expect(counting.map(([file]) => file)).toEqual([]);
  });
});

test('every rule of the list stands here', () => {
  const here = readFileSync(import.meta.filename, 'utf8');
  expect([...here.matchAll(/^describe\('(\d) · /gm)].map(([, rule]) => rule)).toEqual([
    '1',
    '2',
    '3',
    '4',
    '5',
    '6',
    '7',
    '8',
  ]);
});

/** What other tests show of these rules; a name that is not there any more fails here. */
const elsewhere: readonly [rule: number, file: string, name: string][] = [
  [2, 'test/load/privacy.test.ts', 'names, addresses and words stand in schema identity and nowhere else'],
  [
    4,
    'test/access/crawl.test.ts',
    'a learner meets no score, band, trend or rank anywhere, of themselves or of a class',
  ],
  [4, 'test/browser/my-data.test.ts', 'a learner comes to their own page, and finds neither courses nor a score'],
  [5, 'test/care/writing.test.ts', 'nothing is sent without a confirmation, nor with words of scores'],
  [8, 'test/disclosure/attack.test.ts', 'is left something to read: most cells are told'],
  [8, 'test/disclosure/fewest.test.ts', 'six of ten tell of the four others'],
  [
    8,
    'test/reports/bands.test.ts',
    'every told count is what is stored to the nearest five, and no told count is small',
  ],
  [8, 'test/roll-up/immediacy.test.ts', 'what is about instructors is said of at least five of them'],
  [8, 'test/roll-up/roll-up.test.ts', 'minimum data is asked of the pool'],
  [7, 'test/rights/opt-out.test.ts', 'who opted out stands in no list, picture or evidence of the course, of any week'],
];

test.each(elsewhere)('rule %i is also shown by %s', (_, file, name) => {
  expect(existsSync(path.join(root, file))).toBe(true);
  expect(readFileSync(path.join(root, file), 'utf8')).toContain(name);
});
