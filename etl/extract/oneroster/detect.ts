import type { Detection, FileHead } from '../../connector.ts';
import { detectDelimiter } from '../../formats/csv.ts';
import { headText } from '../../formats/encoding.ts';
import { headRows } from '../../formats/head-rows.ts';
import { columnNames, tableOf } from './tables.ts';

/** A manifest says more than any other table: which version it is, and which tables hold changes only. */
export function detect({ bytes, siblings }: FileHead): Detection | undefined {
  const [header = [], ...rows] = headRows(bytes, detectDelimiter(headText(bytes)));
  const table = tableOf(header);
  if (table === undefined) return undefined;
  const properties = new Map(rows.map(([name = '', value = '']) => [name, value]));
  if (table === 'manifest' && !properties.has('oneroster.version')) return undefined;

  const names = columnNames(header);
  const isNew =
    properties.get('oneroster.version')?.startsWith('1.2') ??
    (table === 'roles' ||
      (table === 'users' && !names.includes('role')) ||
      siblings.some((name) => /(^|\/)roles\.csv$/i.test(name)));
  const deltas = [...properties].filter(([name, mode]) => name.startsWith('file.') && mode === 'delta');
  const problems = deltas.map(
    ([name]) => `${name.slice(5)}.csv holds changes only: load with --mode delta, never full.`,
  );
  return { variant: isNew ? 'v1p2' : 'v1p1', confidence: table === 'manifest' ? 0.98 : 0.95, problems };
}
