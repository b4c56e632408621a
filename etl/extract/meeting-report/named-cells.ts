/** The cell of a column that may not be there; an empty cell says as little as none. */
export function cellAt(cells: readonly string[], column: number | undefined): string | undefined {
  const cell = column === undefined ? undefined : cells[column]?.trim();
  return cell === '' ? undefined : cell;
}

/** Cells by header name in lower case: exports write `Join Time` one year and `Join time` the next. */
export function namedCells(
  header: readonly string[],
  cells: readonly string[],
): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(header.map((name, column) => [name.trim().toLowerCase(), cellAt(cells, column)]));
}
