import { describe, expect, test } from 'vitest';
import type { SourceFile } from '@kith/etl/connector.ts';
import { detect } from '@kith/etl/detect.ts';
import { xapi } from '@kith/etl/extract/xapi/xapi.ts';
import { openInput } from '@kith/etl/formats/source.ts';
import { recordSchemas } from '@kith/etl/records/record.ts';
import { referenceData } from '../support/reference-data.ts';

const jisc = referenceData('xapi-jisc');
const conformance = referenceData('xapi-lrs-conformance');

/** What becomes of a file: `ok`, codes of refusal and reasons for leaving out, in order of the alphabet. */
async function fate(file: SourceFile): Promise<string> {
  const kinds = new Set<string>();
  for await (const item of xapi.extract({ path: file.name, files: [file] }, { timezone: 'Europe/London' })) {
    if ('record' in item) {
      expect(recordSchemas[item.record.type].safeParse(item.record).error).toBeUndefined();
      kinds.add('ok');
    } else kinds.add('reject' in item ? item.reject.code : item.skipped.reason);
  }
  return [...kinds].sort().join(', ');
}

async function fates(folder: string, pattern: RegExp): Promise<Record<string, number>> {
  const { files } = await openInput([folder]);
  const all = await Promise.all(files.filter(({ name }) => pattern.test(name)).map(fate));
  return Object.fromEntries([...Map.groupBy(all, (each) => each)].map(([each, list]) => [each, list.length]));
}

describe.skipIf(!jisc)('the Jisc recipes (skipped without the reference data)', () => {
  test('statements of real platforms load; grades are left out', async () => {
    expect(await fates(jisc ?? '', /^vle\/.*json$/)).toEqual({ ok: 8, 'a grade, which staff gave': 2 });
  });

  test('templates are refused for what they lack: a real time, valid JSON, a time at all', async () => {
    expect(await fates(jisc ?? '', /^recipes\/.*json$/)).toEqual({
      "a day's totals, which are no event": 1,
      'a grade, which staff gave': 1,
      'a support case, which is no learning activity': 1,
      BAD_JSON: 8,
      BAD_TIME: 11,
      'BAD_TIME, fields that are not read: "object.extensions"': 1,
      NO_TIME: 1,
    });
  });

  test('of the tables only the attendance is known, and nobody claims the others', async () => {
    const { files } = await openInput([jisc ?? '']);
    for (const file of files.filter(({ name }) => name.endsWith('.tsv'))) {
      const found = await detect({ path: file.name, files: [file] });
      const own = file.name.includes('attendance') ? ['meeting-report'] : [];
      expect([file.name, found.map(({ connector }) => connector)]).toEqual([file.name, own]);
    }
  });
});

describe.skipIf(!conformance)('the conformance templates (skipped without the reference data)', () => {
  test('nothing of them is data: parts of statements, and statements before a store gave them a time', async () => {
    expect(await fates(conformance ?? '', /json$/)).toEqual({
      'a plan, not something that happened': 4,
      BAD_STATEMENT: 4,
      NOT_A_STATEMENT: 158,
      NO_TIME: 74,
    });
  });
});
