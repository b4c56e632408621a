import type { z } from 'zod';
import type { RecordInput, RecordType } from './records/record.ts';

/**
 * A connector reads one kind of export: bytes in, canonical records and rejects out. It is pure. It opens no
 * database, knows no other connector, and says only how its source differs; `formats/` knows bytes.
 */
export interface Connector {
  /** CLI argument, fixture folder and docs page. */
  readonly id: string;
  readonly title: string;
  /** A row of docs/reference: how to get the export, what it gives, what it cannot give, what it was verified on. */
  readonly about: About;
  /** The table an operator may extend with `--map`, where the connector has one: how the file must look. */
  readonly map?: z.ZodType;
  /** True: every file stands for itself, so a heap of them may be loaded by variant and a bad one left out. */
  readonly apart?: boolean;
  /**
   * Why this input may hold changes only, so that what it lacks is not gone. Asked before a load in mode `full`, which
   * deletes what is absent. Undefined, or no such member: it is whole.
   */
  partOnly?(input: SourceInput): Promise<PartOnly | undefined>;
  /** Looks at the first kilobytes of one file. Undefined: not mine. */
  detect(head: FileHead): Detection | undefined;
  /** Reads a file, or a folder as one batch where the source is a folder. Yields in file order; never throws for one bad row. */
  extract(input: SourceInput, context: Context): AsyncIterable<Extracted>;
}

export interface About {
  readonly howToExport: string;
  /** The records its files can become: the coverage matrix. A test holds it against the fixtures. */
  readonly records: readonly RecordType[];
  readonly gives: readonly string[];
  readonly cannotGive: readonly string[];
  /** "unverified" until a real file of the system was read; a hand-made fixture does not count. */
  readonly verifiedOn: 'unverified' | (string & {});
  /** Those of the variants that a real file was read of. None: unverified. */
  readonly verified?: readonly string[];
  /** The variants the catalogue lists; every one has a fixture folder of this name. */
  readonly variants: readonly string[];
}

export interface PartOnly {
  readonly file: string;
  /** One sentence. */
  readonly message: string;
}

/** The first bytes of a file, its name and, in a folder, its neighbours. */
export interface FileHead {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Names of all files of the batch, so that a folder of tables can recognise itself. */
  readonly siblings: readonly string[];
}

export interface Detection {
  readonly variant: string;
  /** 0..1; the highest wins, a tie of two connectors is a question to the person. */
  readonly confidence: number;
  /** Plain sentences about what the person must supply or mend. */
  readonly problems: readonly string[];
  readonly encoding?: string;
  readonly dateOrder?: DateOrder;
}

export type DateOrder = 'dmy' | 'mdy' | 'ymd' | 'ydm';

/** One file of a batch. A zip, a gz and a folder have been taken apart before; bytes are decompressed. */
export interface SourceFile {
  readonly name: string;
  readonly bytes: number | undefined;
  open(): AsyncIterable<Uint8Array>;
}

export interface SourceInput {
  /** What the person pointed at: shown in messages. */
  readonly path: string;
  readonly files: readonly SourceFile[];
}

/** What the person or the configured source says about the input. */
export interface Context {
  /** IANA zone of zone-less times. */
  readonly timezone?: string | undefined;
  readonly dateOrder?: DateOrder | undefined;
  /** Key or title of the course, where the export names none. */
  readonly course?: string | undefined;
  /** A parsed mapping file (connector `mapping`), or an operator's own table (`Connector.map`). */
  readonly map?: unknown;
  /** Options of one connector, for instance oulad's start date. */
  readonly options?: Readonly<Record<string, string>> | undefined;
  /** Post bodies are kept only where the deployment switched them on. */
  readonly keepBodies?: boolean | undefined;
}

/** Where a row stood, for messages and for the list of rejects. `line` counts from 1. */
export interface RowRef {
  readonly file: string;
  readonly line: number;
}

export interface Reject {
  readonly reject: {
    /** Stable, upper case: BAD_DATE, MISSING_COLUMN, NO_PERSON … Every code has a paragraph in docs/reference/rejects.md. */
    readonly code: string;
    readonly field?: string | undefined;
    /** One sentence that says what is wrong and what to do. No personal data. */
    readonly message: string;
    /** The row as read, so that it can be downloaded, mended and loaded again. Kept for stewards only. */
    readonly raw?: string | undefined;
  };
  readonly ref: RowRef;
}

/**
 * A row that is right and needs no record: a header line, an event kind we do not use, a folded row.
 * Counting it lets every row of a file be accounted for.
 */
export interface Skipped {
  readonly skipped: { readonly reason: string; readonly count?: number };
  readonly ref: RowRef;
}

export interface Believed {
  readonly record: RecordInput;
  readonly ref: RowRef;
}

export type Extracted = Believed | Reject | Skipped;

/**
 * The file as a whole cannot be read: wrong header, encoding, ambiguous date order. Nothing of it is written.
 * `hint` is the next step, in words ("say --date-order dmy or mdy").
 */
export class UnreadableFile extends Error {
  readonly code: string;
  readonly file: string;
  readonly hint: string;
  readonly line: number | undefined;

  constructor(code: string, file: string, message: string, hint: string, line?: number) {
    super(message);
    this.name = 'UnreadableFile';
    this.code = code;
    this.file = file;
    this.hint = hint;
    this.line = line;
  }
}

/** Keeps the literal id while checking the shape. */
export function defineConnector<const C extends Connector>(connector: C): C {
  return connector;
}
