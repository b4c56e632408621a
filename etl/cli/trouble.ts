/** Something a person can mend: what is wrong, and the next step. */
export class Failure extends Error {
  readonly next: string;

  constructor(message: string, next: string) {
    super(message);
    this.name = 'Failure';
    this.next = next;
  }
}

/** The command was not understood: exit 2. `next` shows how it is written. */
export class UsageError extends Failure {
  constructor(message: string, next = '') {
    super(message, next);
    this.name = 'UsageError';
  }
}

/** What to tell a person of any error: a sentence, where it happened, and the next step. */
export interface Trouble {
  readonly what: string;
  readonly next: string | undefined;
  readonly exit: 1 | 2;
}

/**
 * Finds words for an error. Errors of the ETL carry a `hint`; of Postgres and of the connection to it the code tells;
 * whatever is left is a fault of Kith, and says so.
 */
export function troubleOf(error: unknown): Trouble {
  if (error instanceof Failure) {
    return { what: error.message, next: error.next || undefined, exit: error instanceof UsageError ? 2 : 1 };
  }
  if (!(error instanceof Error)) return fault(String(error));
  if ('hint' in error && typeof error.hint === 'string' && 'name' in error && !('severity' in error)) {
    return { what: place(error) + error.message, next: error.hint, exit: 1 };
  }
  if (isConnectionLoss(error)) {
    const next =
      'Nothing was half-written. Start the database again ("kith doctor" looks at it) and repeat the command.';
    return { what: `The database went away in the middle: ${error.message || codeOf(error)}.`, next, exit: 1 };
  }
  if (codeOf(error) === diskFull) {
    const next = 'Nothing was half-written. Make room there, and repeat the command.';
    return { what: 'The disk of the database is full.', next, exit: 1 };
  }
  // sql/ finds its own words, the next step included.
  if (error.name === 'Error' && !('severity' in error) && codeOf(error) === '') {
    return { what: error.message, next: undefined, exit: 1 };
  }
  return fault(error.message || codeOf(error));
}

const fault = (what: string): Trouble => ({
  what,
  next: 'This should not happen. KITH_DEBUG=1 before the command shows where it did; please report it with that.',
  exit: 1,
});

/** Refusals of a server that stops or is gone, and what node and pg say of a cut connection. */
const lost = new Set(['57P01', '57P02', '57P03', 'ECONNRESET', 'ECONNREFUSED', 'EPIPE', 'ETIMEDOUT', '08006', '08003']);

const diskFull = '53100';

function isConnectionLoss(error: Error): boolean {
  return (
    lost.has(codeOf(error)) || /^Connection terminated|^Client has encountered a connection error/.test(error.message)
  );
}

const codeOf = (error: Error): string => ('code' in error ? String(error.code) : '');

/** `posts.csv, line 3: `, where the error knows. */
function place(error: Error): string {
  const file = 'file' in error && typeof error.file === 'string' ? error.file : undefined;
  const line = 'line' in error && typeof error.line === 'number' ? `, line ${error.line}` : '';
  return file === undefined ? '' : `${file}${line}: `;
}
