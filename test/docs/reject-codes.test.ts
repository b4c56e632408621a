import { glob, readFile } from 'node:fs/promises';
import path from 'node:path';

import { rejectCodes } from '@kith/etl/reject-codes.ts';
import { beforeAll, expect, test } from 'vitest';

const etl = path.resolve(import.meta.dirname, '../../etl');

/** Written like a code, and none. */
const otherWords: Readonly<Record<string, string>> = {
  BYTE_ARRAY: 'a type of Parquet',
  CSV_MAX_RECORD_SIZE: 'an error of csv-parse',
  CSV_QUOTE_NOT_CLOSED: 'an error of csv-parse',
  END_TIME: 'a column of the Jisc feed',
  ERR_PARSE_ARGS: 'an error of node:util',
  ERR_PARSE_ARGS_UNKNOWN_OPTION: 'an error of node:util',
  EVENT_ATTENDED: 'a column of the Jisc feed',
  EVENT_ID: 'a column of the Jisc feed',
  START_TIME: 'a column of the Jisc feed',
  STUDENT_ID: 'a column of the Jisc feed',
  YYYY_MM: 'a date pattern of Postgres',
};

const used = new Map<string, string>();
const refusingFiles = new Set<string>();

beforeAll(async () => {
  for await (const file of glob('**/*.ts', {
    cwd: etl,
    exclude: ['node_modules', 'reject-codes', 'docs', 'simulate'],
  })) {
    const source = await readFile(path.join(etl, file), 'utf8');
    for (const [, word = ''] of source.matchAll(/'([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)'/g)) used.set(word, file);
    for (const [, word = ''] of source.matchAll(/new UnreadableFile\(\s*'(\w+)'/g)) refusingFiles.add(word);
  }
});

test('every code that etl/ uses has a paragraph in etl/reject-codes', () => {
  const strange = [...used].filter(([word]) => !(word in rejectCodes) && !(word in otherWords));
  expect(strange, 'add the code to etl/reject-codes/, or the word to otherWords here').toEqual([]);
});

test('every paragraph is of a code that etl/ uses', () => {
  expect(Object.keys(rejectCodes).filter((code) => !used.has(code))).toEqual([]);
  expect(Object.keys(otherWords).filter((word) => !used.has(word))).toEqual([]);
});

test('codes of UnreadableFile are those of files, in every place where one is written out', () => {
  expect(refusingFiles.size).toBeGreaterThan(20);
  expect([...refusingFiles].filter((code) => kindOf(code) !== 'file')).toEqual([]);
});

test('the catalogue is alphabetical, and says in sentences what it means and what to do', () => {
  expect(Object.keys(rejectCodes)).toEqual(Object.keys(rejectCodes).sort());
  for (const { means, next } of Object.values(rejectCodes)) {
    expect(means).toMatch(/^[A-Z].*\.$/);
    expect(next).toMatch(/^[A-Z].*\.$/);
  }
});

const kindOf = (code: string) => Object.entries(rejectCodes).find(([known]) => known === code)?.[1].kind;
