import type { Block } from '../document.ts';
import { colours, type Picture } from '../picture.ts';
import { drawPicture } from './drawing.ts';
import { margin, type Sheet } from './sheet.ts';
import { drawTable } from './table.ts';
import { sizes } from './type.ts';

/** What must fit below a heading on its page, where no picture follows. */
const company = 90;

/** @param next what follows: a heading stays with it */
export function drawBlock(sheet: Sheet, block: Block, next: Block | undefined): void {
  switch (block.kind) {
    case 'heading':
      sheet.space(12);
      sheet.room(next?.kind === 'figure' ? 60 + heightOf(sheet, next.picture) : company);
      sheet.write('H2', block.text, { size: sizes.heading, bold: true });
      sheet.space(3);
      break;
    case 'text':
      sheet.write('P', block.text, block.quiet === true ? { colour: colours.second } : {});
      sheet.space(5);
      break;
    case 'list':
      drawList(sheet, block.items);
      break;
    case 'table':
      drawTable(sheet, block.table);
      break;
    case 'figure':
      drawFigure(sheet, block);
  }
}

const indent = 12;

function drawList(sheet: Sheet, items: readonly string[]): void {
  const { pdf } = sheet;
  const list = sheet.add('L');
  for (const item of items) {
    sheet.room(sheet.heightOf(item, {}, sheet.width - indent));
    const one = sheet.add('LI', list);
    const top = pdf.y;
    sheet.add('Lbl', one, {}, () => sheet.set({}).pdf.text('•', margin, top, { lineBreak: false }));
    const width = sheet.width - indent;
    sheet.add('LBody', one, {}, () => sheet.set({}).pdf.text(item, margin + indent, top, { width, lineGap: 1.5 }));
    one.end();
    sheet.space(2);
  }
  list.end();
  sheet.space(5);
}

const heightOf = (sheet: Sheet, { width, height }: Picture): number => (height * sheet.width) / width;

function drawFigure(sheet: Sheet, { picture, caption, instead }: Extract<Block, { kind: 'figure' }>): void {
  const scale = sheet.width / picture.width;
  const height = heightOf(sheet, picture);
  sheet.space(6);
  sheet.room(height + 30);
  const top = sheet.pdf.y;
  const bbox = [margin, top, margin + sheet.width, top + height] as const;
  sheet.add('Figure', sheet.root, { alt: instead, bbox }, () => drawPicture(sheet.pdf, picture, top, scale));
  sheet.pdf.y = top + height + 4;
  sheet.write('Caption', caption, { size: sizes.small, colour: colours.second });
  sheet.space(8);
}
