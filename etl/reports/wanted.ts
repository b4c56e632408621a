import type { Format } from '../exports/approved-export.ts';
import type { Rule } from '../disclosure/hypercube.ts';
import type { ReportPart, Span } from './part.ts';

/** Printed: HTML and PDF. Tables: in a format of exports. */
export const printedKinds = ['cohort', 'evaluation'] as const;
export const tableKinds = ['bands', 'health'] as const;

export type PrintedKind = (typeof printedKinds)[number];
export type TableKind = (typeof tableKinds)[number];
export type ReportKind = PrintedKind | TableKind;

/** A report that somebody asked for, or a schedule. */
export interface WantedReport extends ReportPart {
  readonly kind: ReportKind;
  readonly format: 'print' | Format;
  readonly span: Span;
  /** Fewer people than this are left out. */
  readonly least: 5 | 10;
}

export const isPrinted = (kind: ReportKind): kind is PrintedKind => (printedKinds as readonly string[]).includes(kind);

export const ruleOf = ({ least }: Pick<WantedReport, 'least'>): Rule => ({ least, width: least });
