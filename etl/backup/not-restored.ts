/** A table of the backup is not what the backup says it is. */
export class NotRestored extends Error {
  readonly hint = 'Take another copy of the backup, or an older one.';

  constructor(table: string) {
    super(`The rows of ${table} are not those that were backed up: the file is damaged. Nothing was restored.`);
    this.name = 'NotRestored';
  }
}
