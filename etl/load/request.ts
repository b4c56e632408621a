import type { Connector, Context, SourceInput } from '../connector.ts';

/** `full`: what is absent is gone. `delta`: what is absent is unchanged. `event`: rows are only ever added. */
export type Mode = 'full' | 'delta' | 'event';

export interface LoadRequest {
  readonly institutionId: number;
  /** Name of a configured source, for instance "moodle:main"; see `ensureSource`. */
  readonly source: string;
  readonly connector: Connector;
  readonly input: SourceInput;
  readonly context: Context;
  readonly mode: Mode;
  /** Everything is read, checked and merged, and then taken back: the report says what would have come of it. */
  readonly dryRun?: boolean | undefined;
  readonly thresholds?: Partial<Thresholds> | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  /** Told the number of the run as soon as it has one. */
  readonly onRun?: ((runId: number) => void) | undefined;
  /** An aborted load stays as it is; the same command goes on with it. */
  readonly signal?: AbortSignal | undefined;
}

/** Above any of these a load waits for a steward instead of becoming visible. */
export interface Thresholds {
  /** A load is red when more rows than this … */
  readonly rejectedRows: number;
  /** … and more than this share of all rows (0..1) were refused. */
  readonly rejectedShare: number;
  /** In mode `full`: largest share (0..1) of the records of one type that may vanish. */
  readonly vanishedShare: number;
  /** A load is red when it has this many times more or fewer rows than any of the last loads of its source. */
  readonly volumeTimes: number;
}

export const defaultThresholds: Thresholds = {
  rejectedRows: 5,
  rejectedShare: 0.02,
  vanishedShare: 0.2,
  volumeTimes: 10,
};

export interface Progress {
  readonly step: 'waiting' | 'staging' | 'checking' | 'merging';
  /** Rows and records the connector has given so far. */
  readonly items: number;
}

export type RunState = 'loading' | 'staged' | 'visible' | 'dropped' | 'failed' | 'dry_run';

/**
 * What became of a load. Every row read is in exactly one of `new`, `changed`, `unchanged`, `skipped` and `rejected`;
 * a row that gives several records counts once. Of a staged load or a dry run the numbers say what would come of it.
 */
export interface RunReport {
  readonly runId: number;
  readonly state: RunState;
  readonly read: number;
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly skipped: number;
  /** Reasons of skipped rows with counts. */
  readonly skippedReasons: Readonly<Record<string, number>>;
  readonly rejected: number;
  /** Records (not rows) that are gone: taken back by the source, or absent from a full load. */
  readonly deleted: number;
  readonly seconds: number;
  /** Why it is not visible, and the next step. */
  readonly message: string | undefined;
  /** True where the load went on from one that had been cut off. */
  readonly resumed: boolean;
}
