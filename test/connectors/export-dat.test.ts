import { detect } from '@kith/etl/detect.ts';
import { takeApart } from '@kith/etl/detect/parcels.ts';
import { head, openInput } from '@kith/etl/formats/source.ts';
import { describe, expect, test } from 'vitest';

import { fileOf } from '../support/bytes.ts';
import { fixtures, type Fixture } from '../support/connector-fixtures.ts';

/** Files that say nothing of anybody by themselves, whatever they are called. */
const nobodys = [
  /^(brightspace).*(CourseAccess|QuizSomethingNew)\.csv$/,
  /^(coursera).*(demographics_answers|mystery_table|peer_skips)\.csv$/,
  /^(oneroster).*(results|userProfiles)\.csv$/,
  /^(piazza).*config\.json$/,
  /^(slack).*dms\.json$/,
  /(README|SOURCE)\.md$/,
];

/** Tables that are letter by letter those of another system, and are known as their own beside their own (below). */
const alike: Readonly<Record<string, string>> = {
  'moodle mdl_forum_posts.csv': 'moodle-forum',
  'native terms.csv': 'oneroster',
  'native units.csv': 'oneroster',
};

/** Only the name says that a data set holds changes: by itself it is read as any other. */
const byName = new Set(['brightspace/differential']);

const known = fixtures().filter(({ detectable, errorCode }) => detectable && errorCode === undefined);
const called = ({ connector, variant }: Fixture): string => `${connector}/${variant}`;
const isNobodys = (fixture: Fixture, name: string): boolean =>
  nobodys.some((pattern) => pattern.test(`${fixture.connector} ${name}`));

describe.each(known.map((fixture) => [called(fixture), fixture] as const))('%s', (name, fixture) => {
  test('every file of it is known from its first kilobytes, called export.dat', async () => {
    for (const file of (await openInput([fixture.input])).files) {
      const bytes = await head(file);
      const found = await detect({ path: 'heap', files: [fileOf(bytes, 'export.dat')] });
      if (isNobodys(fixture, file.name)) {
        expect(found, file.name).toEqual([]);
        continue;
      }
      const [first, second] = found;
      const connector = alike[`${fixture.connector} ${file.name}`] ?? fixture.connector;
      expect(first, file.name).toMatchObject({ connector, encoding: expect.stringMatching(/\w/) as string });
      expect(second?.confidence, `${file.name} is somebody else's as well`).not.toBe(first!.confidence);
      // Its name adds nothing: the same variant, encoding and order of dates.
      const [named] = await detect({ path: 'heap', files: [fileOf(bytes, file.name)] });
      const { variant, encoding, dateOrder } = named!;
      expect(first, file.name).toMatchObject({
        encoding,
        ...(dateOrder === undefined ? {} : { dateOrder }),
        ...(byName.has(name) ? {} : { variant }),
      });
    }
  });

  test('taken apart, all of it is one connector’s, and what is nobody’s is named', async () => {
    const { parcels, leftOver } = await takeApart([fixture.input]);
    expect([...new Set(parcels.map(({ connector }) => connector))]).toEqual([fixture.connector]);
    expect(parcels.flatMap(({ rivals }) => rivals)).toEqual([]);
    expect(leftOver.filter(({ file }) => !isNobodys(fixture, file))).toEqual([]);
  });
});
