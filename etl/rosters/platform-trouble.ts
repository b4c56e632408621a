/** A learning platform did not do what its documents say. The message is shown to stewards: no person, no token in it. */
export class PlatformTrouble extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'PlatformTrouble';
  }
}
