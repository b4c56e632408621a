import type { BodyOf, Endpoint, ParamsOf, QueryOf, ResponseOf } from '@kith/api/contract/endpoint.ts';
import { error, redirect } from '@sveltejs/kit';
import { dev } from '$app/env';
import { address, type Values } from './address.ts';
import type { Answer } from './answer.ts';
import { troubleOf } from './problem.ts';

export type Fetch = typeof globalThis.fetch;

/** Where 401 is an answer about what was typed, not about a session that is over. */
const waysIn: ReadonlySet<string> = new Set(['/sign-in', '/sign-in/password', '/sign-in/password/new']);

/** Zod types an empty object as Record<string, never>: such parameters may be left out. */
type Input<E extends Endpoint> = (string extends keyof ParamsOf<E> ? { params?: undefined } : { params: ParamsOf<E> }) &
  (undefined extends BodyOf<E> ? { body?: BodyOf<E> } : { body: BodyOf<E> }) & { query?: QueryOf<E> };

/**
 * Calls one endpoint of the contract from a server-side load or action.
 *
 *     const course = await call(fetch, getCourseWeek, { params: { courseId: 7 }, query: { week: 3 } });
 *
 * @throws a redirect to the sign-in page on 401; else SvelteKit's error with the problem's title, detail and next step.
 */
export async function call<E extends Endpoint>(fetch: Fetch, endpoint: E, input: Input<E>): Promise<ResponseOf<E>> {
  const answer = await ask(fetch, endpoint, input);
  if (answer.ok) return answer.value;
  const { status, title, ...rest } = answer.trouble;
  error(status, title, rest);
}

/** The same call where the page can go on without the answer. Only a lost session still leads to the sign-in page. */
export async function ask<E extends Endpoint>(
  fetch: Fetch,
  endpoint: E,
  { params, query, body }: Input<E>,
): Promise<Answer<ResponseOf<E>>> {
  // Zod's coerced inputs are `unknown` to the compiler; what the pages pass is text or a number.
  const response = await fetch(address(endpoint.url, params as Values, query as Values), {
    method: endpoint.method,
    headers: {
      accept: 'application/json',
      // A form of another site cannot set it: the API takes no change without.
      ...(endpoint.method !== 'GET' && { 'x-kith': '1' }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  if (response.status === 401 && !waysIn.has(endpoint.url)) redirect(303, '/sign-in');
  if (!response.ok) return { ok: false, trouble: await troubleOf(response) };
  const value: unknown = await response.json();
  return { ok: true, value: (dev ? endpoint.response.parse(value) : value) as ResponseOf<E> };
}
