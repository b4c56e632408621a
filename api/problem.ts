/** An error that is an answer: what is wrong, and what to do next. Becomes RFC 9457 on the wire. */
export class ProblemError extends Error {
  readonly status: number;
  readonly title: string;
  readonly next: string | undefined;

  constructor(status: number, title: string, detail: string, next?: string) {
    super(detail);
    this.name = 'ProblemError';
    this.status = status;
    this.title = title;
    this.next = next;
  }
}

/** The same words whether a thing does not exist or may not be seen: the difference is itself a secret. */
export const notFound = (what: string): ProblemError =>
  new ProblemError(404, 'Not found', `There is no such ${what}, or you may not see it.`, 'Go back to your courses.');
