import type { Problem } from '@kith/api/contract/problem.ts';

/** What a page says when something did not work: what happened, and what to do next. */
export interface Trouble {
  readonly status: number;
  readonly title: string;
  readonly detail?: string;
  readonly next?: string;
}

/** Reads an RFC 9457 answer; anything else becomes a trouble with its status and no invented detail. */
export async function troubleOf(response: Response): Promise<Trouble> {
  const problem = await response.json().then(asProblem, () => undefined);
  return {
    status: response.status,
    title: problem?.title ?? `Kith: ${response.status}`,
    ...(problem?.detail !== undefined && { detail: problem.detail }),
    ...(problem?.next !== undefined && { next: problem.next }),
  };
}

const asProblem = (body: unknown): Problem | undefined =>
  typeof body === 'object' && body !== null && 'title' in body ? (body as Problem) : undefined;
