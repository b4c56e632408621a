/** A load stopped half way and can go on. Nothing of it is visible. */
export class LoadInterrupted extends Error {
  readonly hint = 'Nothing of this load is visible. Run the same command again: it goes on where it stopped.';

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'LoadInterrupted';
  }
}
