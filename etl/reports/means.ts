/** What making reports needs beside the database. */
export interface ReportMeans {
  /** Kith's own folder. */
  readonly folder: string;
  /** Where scheduled ones are laid, one folder an institution below it; undefined: there is none. */
  readonly outbox?: string | undefined;
  /** Aborted: ends behind the report at hand. */
  readonly signal?: AbortSignal | undefined;
}
