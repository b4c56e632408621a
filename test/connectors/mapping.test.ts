import { describe, expect, test } from 'vitest';
import { mapping } from '@kith/etl/extract/mapping/mapping.ts';
import { parseMapping, readMapping } from '@kith/etl/extract/mapping/read-mapping.ts';
import { openInput } from '@kith/etl/formats/source.ts';
import { codesIn, extract, recordsIn } from '../support/extraction.ts';
import { referenceData, withoutReferenceData } from '../support/reference-data.ts';

const posts = (more = '', head = '') => `
id: list
title: A list
course: c
${head}
files:
  - name: posts
    columns: [Nr, Who, When]
    records:
      - type: post
        key: Nr
        thread: Nr
        author: Who
        createdAt: When
${more}`;

const list = (...when: string[]) => `Nr,Who,When,Note\n${when.map((text, at) => `${at},ana,"${text}",\n`).join('')}`;

async function instants(yaml: string, when: string[], context = {}) {
  const items = await extract(
    mapping,
    { 'list.csv': list(...when) },
    { ...context, map: parseMapping(yaml, 'm.yaml') },
  );
  return [
    ...recordsIn(items).map((record) => (record.type === 'post' ? record.createdAt : record.type)),
    ...codesIn(items),
  ];
}

describe('dates', () => {
  const vienna = 'timezone: Europe/Vienna';

  test('in the order the file itself decides', async () => {
    expect(await instants(posts('', vienna), ['3/4/26 9:00', '13/4/26 9:00'])).toEqual([
      '2026-04-03T07:00:00Z',
      '2026-04-13T07:00:00Z',
    ]);
  });

  test('an undecided order is refused with the readings, and taken from the mapping or the person', async () => {
    const when = ['3/4/26 9:00', '5/6/26 9:00'];
    await expect(instants(posts('', vienna), when)).rejects.toMatchObject({
      code: 'AMBIGUOUS_DATE',
      message: expect.stringMatching(/3 April 2026 \(dmy\).*4 March 2026 \(mdy\)/) as string,
    });
    expect(await instants(posts('', `${vienna}\ndates: { order: mdy }`), when)).toContain('2026-05-06T07:00:00Z');
    expect(await instants(posts('', vienna), when, { dateOrder: 'dmy' })).toContain('2026-06-05T07:00:00Z');
  });

  test('the zone is the one the person says, else the mapping says, else none is invented', async () => {
    expect(await instants(posts('', vienna), ['2026-01-05 09:00'], { timezone: 'Asia/Tokyo' })).toEqual([
      '2026-01-05T00:00:00Z',
    ]);
    expect(await instants(posts(), ['2026-01-05 09:00', '2026-01-05T09:00:00+02:00'])).toEqual([
      '2026-01-05T09:00:00+02:00',
      'NO_ZONE',
    ]);
  });

  test('as seconds since 1970', async () => {
    expect(await instants(posts('', 'dates: { unix: seconds }'), ['1767603600', 'soon'])).toEqual([
      '2026-01-05T09:00:00.000Z',
      'BAD_NUMBER',
    ]);
  });
});

describe('people of a mapping', () => {
  const people = (more: string) => `
id: people
title: People
${more}
files:
  - name: people
    columns: [Nr, Mail]
    records:
      - type: person
        key: Nr
        claims.email: Mail
`;
  const claims = async (more: string) =>
    recordsIn(
      await extract(mapping, { 'p.csv': 'Nr,Mail\n1,Ana@Uni.Example\n' }, { map: parseMapping(people(more), 'm') }),
    );

  test('have an address that joins them only where the mapping vouches for it', async () => {
    expect(await claims('')).toMatchObject([{ claims: [{ scheme: 'email', value: 'ana@uni.example' }] }]);
    expect((await claims(''))[0]).not.toMatchObject({ claims: [{ verified: true }] });
    expect(await claims('vouches: [email]')).toMatchObject([
      { claims: [{ value: 'ana@uni.example', verified: true }] },
    ]);
  });
});

test('a mapping that lists what it does not read names a column nobody listed', async () => {
  const map = parseMapping(
    posts().replace('columns: [Nr, Who, When]', 'columns: [Nr, Who, When]\n    unread: [Nope]'),
    'm',
  );
  await expect(extract(mapping, { 'list.csv': list('2026-01-05T09:00:00Z') }, { map })).rejects.toMatchObject({
    code: 'UNKNOWN_FIELD',
    message: expect.stringContaining('"Note"') as string,
  });
});

describe('a mapping that cannot be meant', () => {
  test.each([
    [
      'an unknown field',
      posts('        autor: Who'),
      15,
      /^files\.0\.records\.0\.autor: is no field of a post .*author/,
    ],
    [
      'a missing field',
      posts().replace('        thread: Nr\n', ''),
      10,
      /^files\.0\.records\.0: .*needs the field "thread"/,
    ],
    [
      'a constant of another kind',
      posts('        kind: { constant: shout }'),
      15,
      /kind\.constant: is not one of thread/,
    ],
    ['a value that is none', posts('        title: { colum: Note }'), 15, /title: is not a value\. Write/],
    ['a zone that is none', posts('', 'timezone: Mars'), 5, /^timezone: is not an IANA time zone/],
    ['an offset for a zone', posts('', 'timezone: "+05:30"'), 5, /^timezone: is not an IANA time zone/],
    ['a key nobody knows', posts('', 'zone: UTC'), 1, /Unrecognized key/],
    ['a broken record', posts('', 'records: [{ type: course }]'), 5, /^records\.0\.key/],
    ['no YAML', 'id: [', 1, /^It is not YAML/],
  ])('%s, with its place and line', (_, yaml, line, message) => {
    expect(() => parseMapping(yaml, 'm.yaml')).toThrow(
      expect.objectContaining({
        code: 'BAD_MAPPING',
        file: 'm.yaml',
        line,
        message: expect.stringMatching(message) as string,
      }),
    );
  });

  test('no such mapping, none that fits, a file that fits no section', async () => {
    await expect(readMapping('nowhere.yaml')).rejects.toMatchObject({
      code: 'NO_SUCH_MAPPING',
      hint: expect.stringContaining('dlt1') as string,
    });
    await expect(extract(mapping, { 'a.csv': 'x,y\n1,2\n' })).rejects.toMatchObject({ code: 'NO_MAPPING' });
    const map = await readMapping('dlt1');
    await expect(extract(mapping, { 'a.csv': 'x,y\n1,2\n' }, { map })).rejects.toMatchObject({ code: 'UNKNOWN_TABLE' });
  });

  test('a column the mapping needs and the file lacks', async () => {
    const map = parseMapping(posts('        title: Headline'), 'm.yaml');
    await expect(extract(mapping, { 'list.csv': list('2026-01-05T09:00:00Z') }, { map })).rejects.toMatchObject({
      code: 'MISSING_COLUMN',
    });
  });
});

test('a refused row introduces nobody: the next row with the same person does', async () => {
  const yaml = posts('', 'timezone: UTC').replace(
    '      - type: post',
    '      - { type: person, once: true, key: Who }\n      - type: post',
  );
  const items = await extract(
    mapping,
    { 'list.csv': list('never', '2026-01-05 09:00') },
    { map: parseMapping(yaml, 'm.yaml') },
  );
  expect([...codesIn(items), ...recordsIn(items).map(({ type }) => type)]).toEqual(['BAD_DATE', 'person', 'post']);
});

const dlt1 = referenceData('dlt-mooc');

describe.skipIf(!dlt1)(`the DLT1 files [${dlt1 ? 'here' : withoutReferenceData}]`, () => {
  test('every row is accounted for; two rows are exact repetitions, no two contradict each other', async () => {
    const items = await Array.fromAsync(mapping.extract(await openInput([dlt1!]), { map: await readMapping('dlt1') }));
    const replies = recordsIn(items).filter((record) => record.type === 'post');
    expect(codesIn(items)).toEqual([]);
    expect(replies).toHaveLength(2529);
    expect(new Set(replies.map(({ key }) => key)).size).toBe(2527);
    expect(new Set(replies.map((reply) => JSON.stringify(reply))).size).toBe(2527);
    expect(new Set(replies.map(({ key }) => key.split('|')[0])).size).toBe(2509);
    expect(replies.filter(({ author, addressee }) => author === addressee)).toHaveLength(86);
    expect(replies.every(({ parent, addressee }) => parent === undefined && addressee !== undefined)).toBe(true);
    expect(new Set(replies.map(({ thread }) => thread)).size).toBe(364);
    const days = replies.map(({ createdAt }) => createdAt).sort();
    expect([days[0], days.at(-1)?.slice(0, 10)]).toEqual(['2013-04-04T20:32:00Z', '2013-06-16']);
  });

  test('445 people, 2 of them staff, 3 in no reply; of what is said about them only the region is taken', async () => {
    const records = recordsIn(await Array.fromAsync(mapping.extract(await openInput([dlt1!]), {})));
    const enrolments = records.filter((record) => record.type === 'enrolment');
    expect(enrolments).toHaveLength(445);
    expect(enrolments.filter(({ role }) => role === 'teacher').map(({ person }) => person)).toEqual(['444', '445']);
    const seen = new Set(records.flatMap((each) => (each.type === 'post' ? [each.author, each.addressee] : [])));
    expect(enrolments.filter(({ person }) => !seen.has(person))).toHaveLength(3);
    const people = records.filter((record) => record.type === 'person');
    expect(new Set(people.flatMap(({ attributes = {} }) => Object.keys(attributes)))).toEqual(new Set(['region']));
  });
});
