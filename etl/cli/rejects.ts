import { rejectLines, runDetail } from '../organisation/runs.ts';
import { csvLine } from '../reports/csv-line.ts';
import { openInput } from '../formats/source.ts';
import { loadMended } from '../load/mended/load-mended.ts';
import { mendRows } from '../load/mended/mend-rows.ts';
import { readMended, rejectColumns } from '../load/mended/read-mended.ts';
import { defineCommand, type CommandContext } from './command.ts';
import { computeNow } from './compute.ts';
import { tellReport } from './report.ts';
import { Failure } from './trouble.ts';
import { required, whole } from './values.ts';

export const rejects = defineCommand({
  name: 'rejects',
  summary: 'Every refused row of a load: where it stood, why, and the row itself',
  usage: ['rejects <run> [--csv]', 'rejects <run> --mended <file>'],
  options: {
    mended: { type: 'string', value: 'file', about: 'Load the rows of a list that was mended, and only those' },
    csv: { type: 'boolean', about: 'As CSV, with the rows as they were read, to be mended and loaded again' },
  },
  examples: ['rejects 12', 'rejects 12 --csv > refused.csv', 'rejects 12 --mended refused.csv'],

  async run(context, { values, words }) {
    const { db, institution, out } = context;
    const runId = required('The id of the load', whole('The id', words[0]));
    const { institutionId } = await institution();
    const open = await db();
    if (!(await runDetail(open, institutionId, runId))) {
      throw new Failure(`There is no load ${runId}.`, '"kith runs" lists the loads.');
    }
    if (values.mended !== undefined) return mend(context, runId, values.mended);
    if (values.csv === true) out.text(csvLine(rejectColumns));
    let rows = 0;
    for await (const page of rejectLines(open, institutionId, runId)) {
      rows += page.length;
      if (values.csv === true) {
        const cells = page.map((line) => ({ ...line, load: runId, no: line.rejectNo }));
        out.text(cells.map((line) => csvLine(rejectColumns.map((column) => line[column]))).join(''));
      } else out.rows(page, { file: 'file', line: 'line', code: 'code', field: 'field', message: 'why' });
    }
    if (rows === 0) out.say('No row of this load was refused.');
    return 0;
  },
});

async function mend(context: CommandContext, runId: number, path: string): Promise<number> {
  const { institutionId } = await context.institution();
  const db = await context.db();
  const [file] = (await openInput([path])).files;
  const waiting = await mendRows(db, { institutionId, runId }, file === undefined ? [] : await readMended(file, runId));
  if (waiting === 0)
    throw new Failure('No row of the list was changed.', 'Mend the column "raw", and take nothing else out.');
  const reports = await loadMended(db, { institutionId, runId });
  for (const report of reports) await tellReport(context, report);
  if (reports.some(({ state }) => state === 'visible')) await computeNow(context, undefined);
  return reports.every(({ state }) => state === 'visible') ? 0 : 1;
}
