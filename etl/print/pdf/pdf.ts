import PDFDocument from 'pdfkit';
import type { Printed } from '../document.ts';
import { drawBlock } from './blocks.ts';
import { drawHead } from './head.ts';
import { Sheet, margin } from './sheet.ts';
import { fonts } from './type.ts';

/**
 * A tagged PDF (PDF/UA-1, ISO 14289-1): headings, paragraphs, lists, tables with their heads and pictures with their
 * words are a tree that a screen reader walks, in its language and under its title. The same document gives the same
 * bytes.
 */
export async function pdfOf(printed: Printed): Promise<Buffer> {
  const pdf = new PDFDocument({
    size: 'A4',
    margins: { top: margin, bottom: margin, left: margin, right: margin },
    pdfVersion: '1.7',
    // Its types know the archive's standards only.
    subset: 'PDF/UA' as 'PDF/A-3a',
    tagged: true,
    lang: printed.language,
    displayTitle: true,
    bufferPages: true,
    autoFirstPage: true,
    font: fonts.regular,
    info: {
      Title: printed.title,
      Author: printed.institution,
      Creator: 'Kith',
      Producer: 'Kith',
      CreationDate: printed.asOf,
      ModDate: printed.asOf,
    },
  });
  const pieces: Buffer[] = [];
  pdf.on('data', (piece: Buffer) => pieces.push(piece));
  const ended = new Promise((resolve, reject) => pdf.once('end', resolve).once('error', reject));
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  const sheet = new Sheet(pdf, root);
  drawHead(sheet, printed);
  printed.blocks.forEach((block, place) => drawBlock(sheet, block, printed.blocks[place + 1]));
  root.end();
  numberPages(pdf, printed);
  pdf.end();
  await ended;
  return Buffer.concat(pieces);
}

/** What stands at the foot of every page is about paper, and no part of what is read aloud. */
function numberPages(pdf: PDFKit.PDFDocument, { foot, page }: Printed): void {
  const { start, count } = pdf.bufferedPageRange();
  for (let place = start; place < start + count; place++) {
    pdf.switchToPage(place);
    // Below the margin, where text would ask for another page.
    const { bottom } = pdf.page.margins;
    pdf.page.margins.bottom = 0;
    const y = pdf.page.height - margin + 14;
    const width = pdf.page.width - 2 * margin;
    pdf.markContent('Artifact', { type: 'Pagination' });
    pdf.font(fonts.regular).fontSize(8).fillColor('#535C63');
    pdf.text(foot, margin, y, { width: width - 80, lineBreak: false, ellipsis: true });
    pdf.text(page(place - start + 1, count), margin, y, { width, align: 'right', lineBreak: false });
    pdf.endMarkedContent();
    pdf.page.margins.bottom = bottom;
  }
}
