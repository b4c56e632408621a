import { colours, dashesOf, sizeOfText, type PathShape, type Picture, type TextShape } from '../picture.ts';
import { fonts } from './type.ts';
import { margin } from './sheet.ts';

/** A picture at the left margin, its top there. */
export function drawPicture(pdf: PDFKit.PDFDocument, { shapes }: Picture, top: number, scale: number): void {
  pdf.save().translate(margin, top).scale(scale);
  for (const shape of shapes) {
    if (shape.kind === 'path') drawPath(pdf, shape);
    else drawText(pdf, shape);
  }
  pdf.restore();
}

function drawPath(pdf: PDFKit.PDFDocument, shape: PathShape): void {
  const { d, fill, opacity = 1, stroke, width = 1 } = shape;
  const dashes = dashesOf(shape);
  pdf.path(d).lineWidth(width).fillOpacity(opacity);
  if (dashes) pdf.dash(dashes[0], { space: dashes[1] });
  if (fill !== undefined && stroke !== undefined) pdf.fillAndStroke(fill, stroke);
  else if (fill !== undefined) pdf.fill(fill);
  else if (stroke !== undefined) pdf.stroke(stroke);
  if (dashes) pdf.undash();
  pdf.fillOpacity(1);
}

function drawText(pdf: PDFKit.PDFDocument, { x, y, text, anchor = 'start', size = sizeOfText }: TextShape): void {
  pdf.font(fonts.regular).fontSize(size).fillColor(colours.ink);
  const width = anchor === 'start' ? 0 : pdf.widthOfString(text) / (anchor === 'middle' ? 2 : 1);
  pdf.text(text, x - width, y, { lineBreak: false, baseline: 'alphabetic' });
}
