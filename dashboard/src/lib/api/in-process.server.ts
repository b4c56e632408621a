import type { RequestEvent } from '@sveltejs/kit';

/** Fastify puts its own entrance here, so that a page asks the API without a socket. */
export const apiHook = Symbol.for('kith.api');

type Api = (request: Request) => Promise<Response>;

/**
 * Sends a page's request to the API as the person who opened the page: their cookie, their language, their address.
 * In the host process it goes straight to Fastify; under `vite dev`, to the running server KITH_API_URL names.
 *
 * @throws when there is neither, which only a developer sees.
 */
export async function askApi(event: RequestEvent, request: Request): Promise<Response> {
  const headers = new Headers(request.headers);
  for (const name of ['cookie', 'accept-language', 'user-agent']) {
    const value = event.request.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  headers.set('x-forwarded-for', event.getClientAddress());
  const response = await apiHere()(new Request(request, { headers }));
  event.locals.cookiesFromApi.push(...response.headers.getSetCookie());
  return response;
}

function apiHere(): Api {
  const inProcess = (globalThis as { [apiHook]?: Api })[apiHook];
  if (inProcess !== undefined) return inProcess;
  const server = process.env.KITH_API_URL;
  if (server === undefined)
    throw new Error('No API here: run the pages by `kith up`, or set KITH_API_URL to a running one.');
  return (request) => {
    const { pathname, search } = new URL(request.url);
    return fetch(new Request(new URL(pathname + search, server), request));
  };
}
