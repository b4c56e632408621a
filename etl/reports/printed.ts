import type { Db } from '@kith/sql/connect.ts';
import type { Printed } from '../print/document.ts';
import { cohortReport } from './cohort/compose.ts';
import { gatherCohort } from './cohort/gather.ts';
import { evaluationReport } from './evaluation/compose.ts';
import { gatherEvaluation } from './evaluation/gather.ts';
import { letterheadOf } from './letterhead.ts';
import { ruleOf, type PrintedKind, type WantedReport } from './wanted.ts';
import { speechOf } from './words/speech.ts';

export interface PrintedReport {
  readonly printed: Printed;
  readonly weeks: { readonly from: string; readonly to: string };
  readonly definitions: Readonly<Record<string, readonly number[]>>;
  /** Cells that say "left out". */
  readonly suppressed: number;
}

/** A report as a document, on the institution's letterhead; null: no week has numbers. */
export async function printedReport(
  db: Db,
  wanted: WantedReport & { readonly kind: PrintedKind },
): Promise<PrintedReport | null> {
  const head = await letterheadOf(db, wanted.institutionId);
  const made = wanted.kind === 'cohort' ? await cohort(db, wanted, head) : await evaluation(db, wanted, head);
  if (made === null) return null;
  const { suppressed } = speechOf(head.language).words;
  const cells = made.printed.blocks.flatMap((block) => (block.kind === 'table' ? block.table.rows.flat() : []));
  return { ...made, suppressed: cells.filter((cell) => cell === suppressed).length };
}

type Made = Omit<PrintedReport, 'suppressed'> | null;
type Head = Awaited<ReturnType<typeof letterheadOf>>;

async function cohort(db: Db, wanted: WantedReport, head: Head): Promise<Made> {
  const numbers = await gatherCohort(db, wanted, wanted.span, ruleOf(wanted));
  if (numbers === null) return null;
  const weeks = { from: numbers.weeks[0]!.week, to: numbers.weeks.at(-1)!.week };
  return { printed: cohortReport(numbers, head, wanted.least), weeks, definitions: numbers.definitions };
}

async function evaluation(db: Db, wanted: WantedReport, head: Head): Promise<Made> {
  const numbers = await gatherEvaluation(db, wanted, wanted.span, ruleOf(wanted));
  if (numbers === null) return null;
  return { printed: evaluationReport(numbers, head), weeks: numbers.weeks, definitions: numbers.definitions };
}
