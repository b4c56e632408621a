import { describe, expect, test } from 'vitest';
import type { Context, Extracted, SourceFile } from '@kith/etl/connector.ts';
import { oulad } from '@kith/etl/extract/oulad/oulad.ts';
import { openInput } from '@kith/etl/formats/source.ts';
import { recordSchemas } from '@kith/etl/records/record.ts';
import { collect, fileOf } from '../support/bytes.ts';
import { fixtures } from '../support/connector-fixtures.ts';
import { referenceData } from '../support/reference-data.ts';

const eee = referenceData('oulad-EEE_2014B');

describe.skipIf(!eee)('EEE 2014B (skipped without the reference data)', async () => {
  const items = eee ? await collect(oulad.extract(await openInput([eee]), {})) : [];
  const records = items.flatMap((item) => ('record' in item ? [item.record] : []));
  const views = records.flatMap((record) => (record.type === 'activity' && record.verb === 'viewed' ? [record] : []));

  test('694 enrolments, of which 173 end, and an outcome each', () => {
    const enrolments = records.filter(({ type }) => type === 'enrolment');
    expect(enrolments).toHaveLength(694);
    expect(enrolments.filter((record) => 'to' in record)).toHaveLength(173);
    const grades = records.flatMap((record) => (record.type === 'outcome' ? [record.grade] : []));
    const counted = Object.entries(Object.groupBy(grades, (grade) => grade ?? '')).map(([grade, all]) => [
      grade,
      all?.length,
    ]);
    expect(Object.fromEntries(counted)).toEqual({ Pass: 285, Withdrawn: 173, Fail: 164, Distinction: 72 });
  });

  test('every row of page views is counted: 202,224, of which 39,356 in forums and 930 in online rooms', () => {
    expect(views).toHaveLength(164_112);
    expect(rows(views)).toBe(202_224);
    expect(rows(views.filter(({ objectType }) => objectType === 'forum'))).toBe(39_356);
    expect(rows(views.filter(({ objectType }) => objectType === 'live'))).toBe(930);
    const folded = items.flatMap((item) => ('skipped' in item ? [item.skipped.count ?? 1] : []));
    expect(folded.reduce((sum, count) => sum + count)).toBe(202_224 - 164_112 + 2); // and one banked result, and SOURCE.md
  });

  test('every record is believed, and none holds a protected attribute', () => {
    expect(records.filter((record) => !recordSchemas[record.type].safeParse(record).success)).toEqual([]);
    const persons = JSON.stringify(records.filter(({ type }) => type === 'person'));
    expect(persons).toContain('"region":"Wales"');
    expect(persons).not.toMatch(/0-35|35-55|90-100|HE Qualification|disability|gender/);
  });
});

describe('when the days were', () => {
  test('the option start moves every day, and noon stays noon over a change of summer time', async () => {
    const items = await read(tables(), { options: { start: '2014-03-29' }, timezone: 'Europe/London' });
    const times = items.flatMap((item) =>
      'record' in item && item.record.type === 'activity' ? [item.record.at] : [],
    );
    expect(times).toEqual(['2014-03-29T12:00:00Z', '2014-03-30T11:00:00Z']);
  });

  test.each([
    ['yesterday', tables(), 'BAD_OPTION'],
    ['2014-02-03', { ...tables(), courses: `${tables().courses}BBB,2014B,100\n` }, 'BAD_OPTION'],
  ])('start=%s is refused where it names no day for one presentation', async (start, given, code) => {
    await expect(read(given, { options: { start } })).rejects.toMatchObject({ code });
  });
});

describe('a folder that is not whole', () => {
  test('without a table', async () => {
    const { vle: _, ...rest } = tables();
    await expect(read(rest)).rejects.toMatchObject({
      code: 'MISSING_FILE',
      hint: expect.stringContaining('vle') as string,
    });
  });

  test('without a column', async () => {
    await expect(read({ ...tables(), vle: 'id_site\n901\n' })).rejects.toMatchObject({ code: 'MISSING_COLUMN' });
  });

  test('with the rows of one presentation in two places, which would be folded twice', async () => {
    const courses = `${tables().courses}BBB,2014B,100\n`;
    const studentVle = `${tables().studentVle}BBB,2014B,11,901,0,1\nAAA,2014B,11,901,0,1\n`;
    await expect(read({ ...tables(), courses, studentVle })).rejects.toMatchObject({ code: 'NOT_GROUPED', line: 5 });
  });
});

test('the order of rows inside a presentation changes nothing', async () => {
  const [fixture] = fixtures('oulad');
  const given = await openInput([fixture?.input ?? '']);
  const turned = await Promise.all(
    given.files.map(async (file) => (file.name.includes('studentVle') ? backwards(file) : file)),
  );
  const before = await collect(oulad.extract(given, {}));
  const after = await collect(oulad.extract({ ...given, files: turned }, {}));
  expect(sorted(after)).toEqual(sorted(before));
});

type Tables = Record<string, string>;

function tables() {
  return {
    courses: 'code_module,code_presentation,module_presentation_length\nAAA,2014B,100\n',
    studentInfo: 'code_module,code_presentation,id_student,region,final_result\nAAA,2014B,11,Wales,Pass\n',
    studentRegistration:
      'code_module,code_presentation,id_student,date_registration,date_unregistration\nAAA,2014B,11,-5,\n',
    vle: 'id_site,activity_type\n901,forumng\n',
    studentVle:
      'code_module,code_presentation,id_student,id_site,date,sum_click\nAAA,2014B,11,901,0,1\nAAA,2014B,11,901,1,1\n',
    assessments: 'code_module,code_presentation,id_assessment\n',
    studentAssessment: 'id_assessment,id_student,date_submitted,is_banked\n',
  };
}

async function read(given: Tables, context: Context = {}): Promise<Extracted[]> {
  const files = Object.entries(given).map(([table, content]) => fileOf(content, `${table}.csv`));
  return collect(oulad.extract({ path: 'oulad', files }, context));
}

function rows(views: readonly { readonly count?: number | undefined }[]): number {
  return views.reduce((sum, { count = 0 }) => sum + count, 0);
}

/** The rows of each presentation turned round, the presentations where they were. */
async function backwards(file: SourceFile): Promise<SourceFile> {
  const text = Buffer.concat(await collect(file.open())).toString();
  const [header = '', ...lines] = text.trimEnd().split('\n');
  const presentations = Map.groupBy(lines, (line) => line.split(',', 2).join());
  return fileOf([header, ...[...presentations.values()].flatMap((own) => own.toReversed())].join('\n'), file.name);
}

/** Records alone: a folded row stands where its first row stood. */
function sorted(items: readonly Extracted[]): string[] {
  return items.flatMap((item) => ('record' in item ? [JSON.stringify(item.record)] : [])).sort();
}
