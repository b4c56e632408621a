import { rejectLines, runDetail } from '../organisation/runs.ts';
import { csvLine } from '../reports/csv-line.ts';
import { defineCommand } from './command.ts';
import { Failure } from './trouble.ts';
import { required, whole } from './values.ts';

export const rejects = defineCommand({
  name: 'rejects',
  summary: 'Every refused row of a load: where it stood, why, and the row itself',
  usage: ['rejects <run> [--csv]'],
  options: {
    csv: { type: 'boolean', about: 'As CSV, with the rows as they were read, to be mended and loaded again' },
  },
  examples: ['rejects 12', 'rejects 12 --csv > refused.csv'],

  async run({ db, institution, out }, { values, words }) {
    const runId = required('The id of the load', whole('The id', words[0]));
    const { institutionId } = await institution();
    const open = await db();
    if (!(await runDetail(open, institutionId, runId))) {
      throw new Failure(`There is no load ${runId}.`, '"kith runs" lists the loads.');
    }
    if (values.csv === true) out.text(csvLine(csvColumns));
    let rows = 0;
    for await (const page of rejectLines(open, institutionId, runId)) {
      rows += page.length;
      if (values.csv === true) {
        out.text(page.map((line) => csvLine(csvColumns.map((column) => line[column]))).join(''));
      } else out.rows(page, { file: 'file', line: 'line', code: 'code', field: 'field', message: 'why' });
    }
    if (rows === 0) out.say('No row of this load was refused.');
    return 0;
  },
});

const csvColumns = ['file', 'line', 'code', 'field', 'message', 'raw'] as const;
