import { colours } from '../picture.ts';
import { fonts, sizes } from './type.ts';

/** Points: 18 mm. */
export const margin = 51;

/** What a piece of text looks like. */
export interface Look {
  readonly size?: number;
  readonly bold?: boolean;
  readonly colour?: string;
}

/** What is said of an element beside its tag. */
export interface Said extends PDFKit.Mixins.StructureElementOptions {
  /** Left, top, right, bottom on the page, in points. */
  readonly bbox?: readonly [number, number, number, number];
  /** Of which the cell is the head. */
  readonly scope?: 'Column' | 'Row';
}

/** A4 pages that are filled from above, and the tree of what stands on them. */
export class Sheet {
  readonly pdf: PDFKit.PDFDocument;
  readonly root: PDFKit.PDFStructureElement;

  constructor(pdf: PDFKit.PDFDocument, root: PDFKit.PDFStructureElement) {
    this.pdf = pdf;
    this.root = root;
  }

  get width(): number {
    return this.pdf.page.width - 2 * margin;
  }

  get bottom(): number {
    return this.pdf.page.height - margin;
  }

  /** Goes on to the next page where less than that is left of this one. */
  room(height: number): void {
    if (this.pdf.y + height > this.bottom && this.pdf.y > margin) this.pdf.addPage();
  }

  space(height: number): void {
    this.pdf.y = Math.min(this.pdf.y + height, this.bottom);
  }

  set({ size = sizes.text, bold = false, colour = colours.ink }: Look): this {
    this.pdf
      .font(bold ? fonts.bold : fonts.regular)
      .fontSize(size)
      .fillColor(colour);
    return this;
  }

  heightOf(text: string, look: Look, width = this.width): number {
    this.set(look);
    return this.pdf.heightOfString(text, { width, lineGap: 1.5 });
  }

  /** An element of the tree below another, filled in and ended by `draw`; without it, it waits for what is hung below. */
  add(tag: string, below = this.root, options: Said = {}, draw?: () => void): PDFKit.PDFStructureElement {
    const element = this.pdf.struct(tag, options, draw);
    below.add(element);
    return element;
  }

  /** Text over the whole width, from where the sheet is. */
  write(tag: string, text: string, look: Look = {}, below = this.root): void {
    this.room(Math.min(this.heightOf(text, look), 60));
    this.add(tag, below, {}, () => {
      this.set(look).pdf.text(text, margin, this.pdf.y, { width: this.width, lineGap: 1.5 });
    });
  }
}
