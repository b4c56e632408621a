/**
 * True where cells stand beyond the header: after some stray comma all cells are one column too far right, and none can
 * be believed. Empty ones are only trailing commas.
 */
export function isShifted(cells: readonly string[], width: number): boolean {
  return cells.slice(width).some((cell) => cell.trim() !== '');
}

export const shiftedMessage = 'The row has more cells than the header. Put texts that hold the separator into quotes.';

/** Cells as one line of RFC 4180 CSV, without a line end. For a row that must not be kept as it was read. */
export function csvLine(cells: readonly string[]): string {
  return cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',');
}
