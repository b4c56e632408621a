import type { Extracted } from '../../connector.ts';
import { unknownWord } from '../../formats/known.ts';
import type { Days } from './days.ts';
import type { Row } from './rows.ts';

/**
 * What every record says of its row: when it was last changed, and whether it is gone. An unreadable date of change is
 * no reason to refuse a row. An empty status is that of a bulk file, where every row is active.
 */
export function versionOf(row: Row, days: Days): { observedAt?: string; deleted?: { at?: string } } {
  const text = row.cell('dateLastModified');
  const at = text === undefined ? undefined : days.instant(text);
  const gone = row.cell('status')?.toLowerCase() === 'tobedeleted';
  return { ...(at && { observedAt: at }), ...(gone && { deleted: at === undefined ? {} : { at } }) };
}

const statuses = ['active', 'inactive', 'tobedeleted'];

/** A status that neither 1.1 nor 1.2 has is refused: it may mean that the row is gone. */
export function strangeStatus(row: Row): Extracted | undefined {
  const status = row.cell('status')?.toLowerCase();
  if (status === undefined || statuses.includes(status)) return undefined;
  const { code, message } = unknownWord('status', status, statuses);
  return row.refuse(code, 'status', message);
}

export function isInactive(row: Row): boolean {
  return row.cell('status')?.toLowerCase() === 'inactive';
}
