/** Any object; interfaces are no records to TypeScript, so a cell is reached through {@link valueIn}. */
export type Row = object;

export const valueIn = (row: Row, key: string): unknown => (row as Readonly<Record<string, unknown>>)[key];

/** A table in plain text: numbers to the right, and the widest column shortened until a line fits the terminal. */
export function table(rows: readonly Row[], columns: Readonly<Record<string, string>>, width: number): string {
  const keys = Object.keys(columns);
  const headings = Object.values(columns);
  const cells = rows.map((row) => keys.map((key) => cellText(valueIn(row, key))));
  const shown = headings.some((heading) => heading !== '') ? [headings, ...cells] : cells;
  const lines = keys.map((_, at) => shown.map((line) => line[at]!));
  const widths = fitted(lines, width);
  const toTheRight = keys.map((key) => rows.length > 0 && rows.every((row) => isNumber(valueIn(row, key))));
  const write = (line: readonly string[]) =>
    line
      .map((text, at) => {
        const cut = text.length > widths[at]! ? `${text.slice(0, widths[at]! - 1)}…` : text;
        return toTheRight[at] ? cut.padStart(widths[at]!) : cut.padEnd(widths[at]!);
      })
      .join('  ')
      .trimEnd();
  return shown.map((line) => `${write(line)}\n`).join('');
}

const isNumber = (value: unknown): boolean => typeof value === 'number' || value === null || value === undefined;

/** A value as a person reads it. */
export function cellText(value: unknown): string {
  if (value === null || value === undefined || value === '') return '-';
  if (value instanceof Date) return value.toISOString().replace('T', ' ').slice(0, 16);
  if (Array.isArray(value)) return value.length === 0 ? '-' : value.map(cellText).join(', ');
  if (typeof value === 'object')
    return (
      Object.entries(value)
        .map(([key, inner]) => `${key} ${cellText(inner)}`)
        .join(', ') || '-'
    );
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return (typeof value === 'string' ? value : JSON.stringify(value)).replaceAll(/\s+/g, ' ');
}

const narrowest = 8;
const gap = 2;

/** Widths of columns. A link that is cut leads nowhere: its column gives nothing away. */
function fitted(columns: readonly (readonly string[])[], width: number): readonly number[] {
  const fit = columns.map((lines) => Math.max(0, ...lines.map((text) => text.length)));
  const least = columns.map((lines, at) => (lines.some((text) => text.startsWith('http')) ? fit[at]! : narrowest));
  let over = fit.reduce((sum, each) => sum + each + gap, -gap) - width;
  while (over > 0) {
    const widest = Math.max(...fit.filter((each, at) => each > least[at]!));
    if (widest < 0) break;
    fit[fit.findIndex((each, at) => each === widest && each > least[at]!)]! -= 1;
    over -= 1;
  }
  return fit;
}
