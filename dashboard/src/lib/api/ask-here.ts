import { address, type Values } from './address.ts';
import type { Answer } from './answer.ts';
import { troubleOf } from './problem.ts';

/** Calls the API from the browser, as the person who is signed in; for work that a form cannot do. */
export async function askHere<T>(
  method: 'GET' | 'POST',
  url: string,
  params: Values = {},
  body?: object,
): Promise<Answer<T>> {
  const response = await fetch(address(url, params), {
    method,
    headers: {
      accept: 'application/json',
      'x-kith': '1',
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return response.ok
    ? { ok: true, value: (await response.json()) as T }
    : { ok: false, trouble: await troubleOf(response) };
}
