import { describe, expect, test } from 'vitest';
import type { Connector, SourceFile } from '@kith/etl/connector.ts';
import { connectors } from '@kith/etl/extract/index.ts';
import { openInput } from '@kith/etl/formats/source.ts';
import { fileOf } from '../support/bytes.ts';
import { type Fixture, fixtures } from '../support/connector-fixtures.ts';
import { names, type Outcome, outcomeOf, saysMore } from './outcome.ts';
import { namesInJson, newName, newWord, type Planted, textOf, wordsInJson, wordsInTable } from './planted.ts';
import { withColumn } from './planted-header.ts';
import { notEnums, notLookedAt } from './surprise-free.ts';

/*
 * The rule of docs/adr/0150: whatever a file has that its connector never heard of is named in the outcome of the load.
 * Every fixture is changed in one place at a time.
 */

const registry: readonly Connector[] = connectors;
const readable = ({ id }: Connector) => fixtures(id).filter(({ errorCode }) => errorCode === undefined);

/** Files that hold no names, or are no JSON yet: prose, a manifest of names and values, a table without a header. */
const nameless = /zoom-chat|manifest\.csv|messages-without-header|isodate/;

interface Case extends Planted {
  readonly fixture: Fixture;
  readonly file: SourceFile;
  readonly outcome: Outcome;
  readonly before: Outcome;
}

async function* casesOf(
  connector: Connector,
  plantedIn: (text: string, fixture: Fixture, file: SourceFile) => Promise<readonly Planted[]>,
): AsyncGenerator<Case> {
  for (const fixture of readable(connector)) {
    const { files } = await openInput([fixture.input]);
    const before = await outcomeOf(connector, files, fixture);
    for (const file of files) {
      for (const planted of await plantedIn(await textOf(file), fixture, file)) {
        const others = files.map((each) => (each === file ? fileOf(planted.text, file.name) : each));
        yield { ...planted, fixture, file, before, outcome: await outcomeOf(connector, others, fixture) };
      }
    }
  }
}

const saysLeftOut = (words: string, { name }: SourceFile) =>
  words.endsWith(`: "${name}"`) || words.startsWith(`The file ${name} is no`);

const whereOf = ({ fixture, file, place }: Case) => `${fixture.variant}/${file.name} ${place}`;

async function newNames(text: string, { variant }: Fixture, { name }: SourceFile): Promise<Planted[]> {
  if (nameless.test(`${variant}/${name}`)) return [];
  const json = namesInJson(text);
  if (json) return json;
  const table = withColumn(text, newName);
  return table === undefined ? [] : [{ place: 'header', text: table }];
}

describe.each(registry)('$id', (connector) => {
  test('names a column, field or section it does not know, wherever it stands', async () => {
    const silent: string[] = [];
    for await (const found of casesOf(connector, newNames)) {
      if (names(found.outcome, newName)) continue;
      // A file of which nothing is read says so as a whole.
      if (found.before.said.some((words) => saysLeftOut(words, found.file))) continue;
      silent.push(whereOf(found));
    }
    expect(silent.filter((where) => !notLookedAt[connector.id]?.test(where))).toEqual([]);
  });

  test('names a file that is none of its own', async () => {
    for (const fixture of readable(connector)) {
      const { files } = await openInput([fixture.input]);
      for (const [name, text] of [
        ['kith_shoes.csv', 'shoe,size\nred,41\n'],
        ['kith_shoes.json', '[{"shoe":"red","size":41}]'],
      ] as const) {
        const outcome = await outcomeOf(connector, [...files, fileOf(text, name)], fixture);
        expect([fixture.variant, outcome.said.join('\n')]).toEqual([
          fixture.variant,
          expect.stringMatching(/kith_shoes|"shoe"|\bshoe\b/) as string,
        ]);
      }
    }
  });

  test('refuses a word of a list it does not know, or keeps the word as it is', { timeout: 300_000 }, async () => {
    const escape = connector.id === 'coursera' ? '\\' : '"';
    const silent: string[] = [];
    const cases = casesOf(connector, async (text) => wordsInJson(text) ?? (await wordsInTable(text, escape)));
    for await (const found of cases) {
      const { outcome, before } = found;
      const isKept = outcome.records.toLowerCase().includes(newWord.toLowerCase());
      const isSaid = outcome.isRefused || saysMore(outcome, before);
      if (outcome.records !== before.records && !isKept && !isSaid) silent.push(whereOf(found));
    }
    expect(silent.filter((where) => !notEnums[connector.id]?.test(where))).toEqual([]);
  });
});

test('what is not looked at is still there to be not looked at', async () => {
  const known = registry.map(({ id }) => id);
  expect([...Object.keys(notLookedAt), ...Object.keys(notEnums)].filter((id) => !known.includes(id))).toEqual([]);
  for (const connector of registry.filter(({ id }) => id in notLookedAt)) {
    const places: string[] = [];
    for await (const found of casesOf(connector, newNames)) {
      if (!names(found.outcome, newName)) places.push(whereOf(found));
    }
    expect([connector.id, places.some((where) => notLookedAt[connector.id]!.test(where))]).toEqual([
      connector.id,
      true,
    ]);
  }
});
