import type { Extracted } from '../../connector.ts';
import type { Days } from './days.ts';
import type { Row } from './rows.ts';
import { versionOf } from './versions.ts';

const wide = new Set(['district', 'local', 'state', 'national']);

/** An org becomes a node of the organisation tree: the topmost and everything wider than a school is an institution. */
export function unitOf(row: Row, days: Days): Extracted {
  const key = row.cell('sourcedId');
  if (key === undefined) return row.refuse('MISSING_VALUE', 'sourcedId', 'The organisation has no id.');
  const title = row.cell('name') ?? key;
  const parent = row.cell('parentSourcedId');
  const isTop = parent === undefined || wide.has(row.cell('type')?.toLowerCase() ?? '');
  const kind = isTop ? 'institution' : 'faculty';
  return row.believe({ type: 'unit', key, ...versionOf(row, days), kind, title, parent });
}

/** A term, or why there is none. */
export function termOf(row: Row, days: Days): Extracted {
  const key = row.cell('sourcedId');
  if (key === undefined) return row.refuse('MISSING_VALUE', 'sourcedId', 'The academic session has no id.');
  const startsOn = days.day(row.cell('startDate') ?? '');
  if (startsOn === undefined) return row.refuse('BAD_DATE', 'startDate', 'The start is no date, such as 2026-01-31.');
  const endsOn = days.day(row.cell('endDate') ?? '');
  if (endsOn === undefined) return row.refuse('BAD_DATE', 'endDate', 'The end is no date, such as 2026-01-31.');
  if (endsOn < startsOn)
    return row.refuse('END_BEFORE_START', 'endDate', 'The academic session ends before it starts.');
  const title = row.cell('title') ?? key;
  const parent = row.cell('parentSourcedId');
  return row.believe({ type: 'term', key, ...versionOf(row, days), title, startsOn, endsOn, parent });
}
