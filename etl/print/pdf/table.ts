import type { PrintedTable } from '../document.ts';
import { colours, line } from '../picture.ts';
import { margin, type Look, type Sheet } from './sheet.ts';
import { sizes } from './type.ts';

const padding = 4;
const textLook: Look = { size: sizes.small };
const headLook: Look = { size: sizes.small, bold: true };

/** A table whose head stands again on every page it goes on to; said again it is about paper, and is not read twice. */
export function drawTable(sheet: Sheet, { caption, columns, rows }: PrintedTable): void {
  const widths = widthsOf(sheet, { caption, columns, rows });
  const titles = columns.map(({ title }) => title);
  const draw = (cells: readonly string[], look: Look, top: number, cell: (place: number, write: () => void) => void) =>
    cells.forEach((text, place) => {
      const x = margin + widths.slice(0, place).reduce((sum, each) => sum + each, 0);
      const align = columns[place]!.number === true ? 'right' : 'left';
      cell(place, () => {
        sheet.set(look).pdf.text(text, x, top + padding, { width: widths[place]! - 6, align, lineGap: 1 });
      });
    });
  const rowHeight = (cells: readonly string[], look: Look) =>
    Math.max(...cells.map((text, place) => sheet.heightOf(text, look, widths[place]! - 6))) + 2 * padding;
  // The head does not stay behind without a row.
  const first = rows.slice(0, 2).reduce((sum, row) => sum + rowHeight(row, textLook), 0);
  sheet.room(20 + rowHeight(titles, headLook) + first);
  const table = sheet.add('Table');
  sheet.write('Caption', caption, { size: sizes.text, bold: true }, table);
  sheet.space(2);

  const drawHead = (again: boolean) => {
    const height = rowHeight(titles, headLook);
    const top = sheet.pdf.y;
    if (again) {
      sheet.pdf.markContent('Artifact', { type: 'Pagination' });
      draw(titles, headLook, top, (_, write) => write());
      sheet.pdf.endMarkedContent();
    } else {
      const head = sheet.add('TR', sheet.add('THead', table));
      draw(titles, headLook, top, (_, write) => sheet.add('TH', head, { scope: 'Column' }, write));
      head.end();
    }
    finish(sheet, top + height);
  };
  drawHead(false);
  const body = sheet.add('TBody', table);
  for (const row of rows) {
    const height = rowHeight(row, textLook);
    if (sheet.pdf.y + height > sheet.bottom) {
      sheet.pdf.addPage();
      drawHead(true);
    }
    const top = sheet.pdf.y;
    const line = sheet.add('TR', body);
    draw(row, textLook, top, (place, write) => {
      if (place === 0) sheet.add('TH', line, { scope: 'Row' }, write);
      else sheet.add('TD', line, {}, write);
    });
    line.end();
    finish(sheet, top + height);
  }
  table.end();
  sheet.space(8);
}

/** The line below a row; the next begins there. */
function finish(sheet: Sheet, y: number): void {
  const { pdf } = sheet;
  pdf.markContent('Artifact', { type: 'Layout' });
  pdf
    .path(line(margin, y, margin + sheet.width, y))
    .lineWidth(0.5)
    .stroke(colours.line);
  pdf.endMarkedContent();
  pdf.y = y;
}

/** Numbers take what their widest cell needs; the columns of words share the rest by what they hold. */
function widthsOf(sheet: Sheet, { columns, rows }: PrintedTable): number[] {
  sheet.set(headLook);
  const needed = columns.map(({ title, number }, place) => {
    const cells = rows.map((row) => sheet.pdf.widthOfString(row[place] ?? ''));
    const words = title.split(' ').map((word) => sheet.pdf.widthOfString(word));
    return 12 + Math.max(...words, ...(number === true ? cells : cells.map((width) => Math.min(width, 190))));
  });
  const sum = needed.reduce((all, each) => all + each, 0);
  if (sum <= sheet.width) {
    const first = needed[0]! + sheet.width - sum;
    return [first, ...needed.slice(1)];
  }
  return needed.map((each) => (each * sheet.width) / sum);
}
