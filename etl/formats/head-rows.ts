import { parse } from 'csv-parse/sync';
import type { Delimiter } from './csv.ts';
import { headBytes, headText } from './encoding.ts';

const lineEnds = ['\r\n', '\n', '\r'] as const;

/**
 * The first rows of a delimited text, for detection: cells trimmed, blank rows left out. Never throws: what cannot be
 * read as rows is no rows, and the reader that comes later says why. A last row that the head cuts off is left out.
 */
export function headRows(head: Uint8Array, delimiter: Delimiter, limit = 100): string[][] {
  const whole = headText(head);
  const text =
    head.length < headBytes ? whole : whole.slice(0, Math.max(...lineEnds.map((end) => whole.lastIndexOf(end))));
  try {
    const rows = parse(text, {
      delimiter,
      bom: true,
      record_delimiter: [...lineEnds],
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      to: limit,
    });
    return rows.map((row) => row.map((cell) => cell.trim())).filter((row) => row.some((cell) => cell !== ''));
  } catch {
    return [];
  }
}
