export type CellValue = string | number | undefined;

/** RFC 4180 with \r\n, a header first. Undefined is an empty cell. */
export function csvText(header: readonly string[], rows: Iterable<readonly CellValue[]>): string {
  let text = `${header.join(',')}\r\n`;
  for (const row of rows) text += `${row.map(quoted).join(',')}\r\n`;
  return text;
}

function quoted(value: CellValue): string {
  const text = value === undefined ? '' : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
