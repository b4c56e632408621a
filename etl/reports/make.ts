import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Db } from '@kith/sql/connect.ts';
import { htmlOf } from '../print/html.ts';
import { definitionsIn } from './definitions.ts';
import { disclosure } from './manifest.ts';
import { titleOf } from './part.ts';
import { printedReport } from './printed.ts';
import { tableOf, writeTable } from './table.ts';
import { isPrinted, ruleOf, type ReportKind, type WantedReport } from './wanted.ts';

/** What a report is and holds. It says nothing of when it was made, so that the same files have the same manifest. */
export interface ReportManifest {
  readonly report: ReportKind;
  readonly class: 'aggregate';
  readonly of: string;
  readonly weeks: { readonly from: string; readonly to: string };
  readonly rule: { readonly least: number; readonly width: number };
  readonly definitions: Readonly<Record<string, readonly number[]>>;
  /** Cells that say "left out". */
  readonly suppressed: number;
  readonly disclosure: string;
  /** Of tables: what every column means. */
  readonly columns?: Readonly<Record<string, string>>;
  readonly files: readonly {
    readonly name: string;
    readonly rows: number | null;
    readonly bytes: number;
    readonly sha256: string;
  }[];
}

type Said = Omit<ReportManifest, 'report' | 'class' | 'of' | 'rule' | 'disclosure' | 'files'>;

/** There is nothing to say: no week of the part has numbers, or there is no such part. */
export class NoNumbers extends Error {
  readonly hint = 'A week has numbers when it has closed and was computed: kith compute.';

  constructor() {
    super('There are no numbers of that part in those weeks.');
    this.name = 'NoNumbers';
  }
}

/**
 * Makes a report in a new folder: its files and manifest.json. The folder has its name only when all of it is there.
 *
 * @throws NoNumbers
 */
export async function makeReport(db: Db, wanted: WantedReport, folder: string): Promise<ReportManifest> {
  const half = `${folder}.half`;
  await rm(half, { recursive: true, force: true });
  await mkdir(half, { recursive: true, mode: 0o700 });
  try {
    const { said, names } = await write(db, wanted, half);
    const files = [];
    for (const [name, rows] of names) {
      const bytes = await readFile(path.join(half, name));
      files.push({ name, rows, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') });
    }
    const of = (await titleOf(db, wanted)) ?? '';
    const { kind: report } = wanted;
    const manifest = { report, class: 'aggregate', of, ...said, rule: ruleOf(wanted), disclosure, files } as const;
    await writeFile(path.join(half, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 });
    await rm(folder, { recursive: true, force: true });
    await rename(half, folder);
    return manifest;
  } finally {
    await rm(half, { recursive: true, force: true });
  }
}

/** Names of the files with their rows; a document has none. */
type Names = readonly (readonly [name: string, rows: number | null])[];

async function write(db: Db, wanted: WantedReport, folder: string): Promise<{ said: Said; names: Names }> {
  const { kind, format } = wanted;
  if (!isPrinted(kind)) {
    const made = await tableOf(db, { ...wanted, kind });
    if (made === null || format === 'print') throw new NoNumbers();
    const { report, from, to } = made;
    const name = `${kind}.${format}`;
    await writeTable(report, format, path.join(folder, name));
    const suppressed = report.rows.flat().filter((cell) => cell === 'suppressed').length;
    const definitions = await definitionsIn(db, wanted.institutionId, { from, to });
    const said = { weeks: { from, to }, definitions, suppressed, columns: report.dictionary };
    return { said, names: [[name, report.rows.length]] };
  }
  const made = await printedReport(db, { ...wanted, kind });
  if (made === null) throw new NoNumbers();
  const { printed, ...said } = made;
  // Loaded when it is needed: every command of kith would wait for it.
  const { pdfOf } = await import('../print/pdf/pdf.ts');
  const [html, pdf] = [`${kind}.html`, `${kind}.pdf`];
  await writeFile(path.join(folder, html), htmlOf(printed), { mode: 0o600 });
  await writeFile(path.join(folder, pdf), await pdfOf(printed), { mode: 0o600 });
  return {
    said,
    names: [
      [html, null],
      [pdf, null],
    ],
  };
}
