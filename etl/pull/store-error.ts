/** A learning record store that does not answer as one. */
export class StoreError extends Error {
  readonly hint: string;

  constructor(message: string, hint: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StoreError';
    this.hint = hint;
  }
}

/** The store asks to come again later. */
export class ComeAgain extends StoreError {
  readonly at: Date;

  constructor(at: Date) {
    super(
      `The store asks to come again at ${at.toISOString()}.`,
      'What was fetched before is kept; run it again then.',
    );
    this.name = 'ComeAgain';
    this.at = at;
  }
}
