import { UnreadableFile, type SourceFile } from '../../connector.ts';
import { csvTable } from '../../formats/csv.ts';

/** Columns of the list of refused rows, as it is downloaded and as it comes back. */
export const rejectColumns = ['load', 'no', 'file', 'line', 'code', 'field', 'message', 'raw'] as const;

/** A refused row as somebody brought it back. */
export interface MendedRow {
  readonly rejectNo: number;
  readonly text: string;
}

/** What a spreadsheet would take for a formula went out with an apostrophe before it. */
const guarded = /^'(?=[=+\-@\t\r])/;

/**
 * The rows of a downloaded list of refused rows, mended in a spreadsheet or editor. Only `no` and `raw` are read; rows
 * that were taken out stay refused.
 *
 * @throws UnreadableFile where it is no such list, or of another load
 */
export async function readMended(file: SourceFile, runId: number): Promise<MendedRow[]> {
  const { header, rows } = await csvTable(file);
  const [load, no, raw] = ['load', 'no', 'raw'].map((name) => header.indexOf(name)) as [number, number, number];
  if (Math.min(load, no, raw) < 0) {
    throw new UnreadableFile(
      'NO_LIST_OF_REJECTS',
      file.name,
      'This is no list of refused rows.',
      'Download the list of the load as CSV, mend its column "raw", and bring that file back.',
    );
  }
  const mended: MendedRow[] = [];
  for await (const { cells, line } of rows) {
    if (cells[load]?.trim() !== String(runId)) {
      throw new UnreadableFile(
        'ANOTHER_LOAD',
        file.name,
        `Line ${line} is of load ${cells[load] ?? ''}, not of load ${runId}.`,
        'Bring it back on the page of that load.',
        line,
      );
    }
    const text = (cells[raw] ?? '').replace(guarded, '');
    const rejectNo = Number(cells[no]);
    if (Number.isSafeInteger(rejectNo) && text.trim() !== '') mended.push({ rejectNo, text });
  }
  return mended;
}
