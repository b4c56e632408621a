import type { Printed } from '../document.ts';
import { colours, line } from '../picture.ts';
import { margin, type Sheet } from './sheet.ts';
import { sizes } from './type.ts';

const logoHeight = 36;

/** The letterhead, the title, and of whom and when it is. */
export function drawHead(sheet: Sheet, { logo, institution, title, about }: Printed): void {
  const { pdf } = sheet;
  if (logo !== null) {
    const top = pdf.y;
    const bbox = [margin, top, margin + 160, top + logoHeight] as const;
    sheet.add('Figure', sheet.root, { alt: institution, bbox }, () => {
      pdf.image(logo.bytes, margin, top, { fit: [160, logoHeight] });
    });
    pdf.y = top + logoHeight + 8;
  }
  sheet.write('P', institution, { bold: true });
  sheet.space(4);
  sheet.write('H1', title, { size: sizes.title, bold: true });
  sheet.space(4);
  for (const each of about) sheet.write('P', each, { colour: colours.second });
  sheet.space(8);
  pdf.markContent('Artifact', { type: 'Layout' });
  pdf
    .path(line(margin, pdf.y, margin + sheet.width, pdf.y))
    .lineWidth(0.75)
    .stroke(colours.line);
  pdf.endMarkedContent();
  sheet.space(8);
}
