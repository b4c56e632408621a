interface Found {
  readonly cell: HTMLTableCellElement;
  readonly row: HTMLTableRowElement;
  /** From 0, the row's heading not counted. */
  readonly column: number;
}

/** The cell of a person that something happened in; undefined: a heading, or outside. */
export function cellOf(target: EventTarget | null): Found | undefined {
  const cell = target instanceof Element ? target.closest('td') : null;
  const row = cell?.closest('tr');
  return cell && row ? { cell, row, column: cell.cellIndex - 1 } : undefined;
}

const steps: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  Home: [0, -Infinity],
  End: [0, Infinity],
};

/** Arrow keys go from cell to cell; one cell of the grid is in the order of the tab key. Left is left in every language. */
export function moveIn(event: KeyboardEvent): void {
  const step = steps[event.key];
  const found = cellOf(event.target);
  const table = found?.cell.closest('table');
  if (!step || !found || !table) return;
  event.preventDefault();
  const rows = [...table.querySelectorAll<HTMLTableRowElement>('tr[data-person]')];
  const row = rows[within(rows.indexOf(found.row) + step[0], rows.length)]!;
  const cells = row.querySelectorAll('td');
  const mirrored = getComputedStyle(table).direction === 'rtl' && Number.isFinite(step[1]) ? -1 : 1;
  const cell = cells[within(found.column + step[1] * mirrored, cells.length)]!;
  found.cell.removeAttribute('tabindex');
  cell.tabIndex = 0;
  cell.focus();
}

const within = (place: number, length: number): number => Math.max(0, Math.min(length - 1, place));
