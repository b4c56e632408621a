/** One end of a terminal or pipe, as far as the command line needs it. */
export interface Stream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** The two streams a command speaks to. */
export interface Terminal {
  /** Data: tables for people, NDJSON for programs. */
  readonly stdout: Stream;
  /** Progress, remarks and trouble. */
  readonly stderr: Stream;
}
