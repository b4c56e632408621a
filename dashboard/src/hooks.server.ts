import { languageOf } from '@kith/api/contract/language.ts';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import type { Handle, HandleFetch, HandleServerError } from '@sveltejs/kit/hooks';
import { address } from '#lib/api/address.ts';
import { askApi } from '#lib/api/in-process.server.ts';
import { formatsFor } from '#lib/format/formats.ts';
import { localeOf } from '#lib/format/locale.ts';
import { zoneCookie, zoneOf } from '#lib/format/zone.ts';
import { themeCookie, themeOf } from '#lib/theme.ts';
import { catalogueIn } from '#messages/catalogues.ts';

const signInPage = '/sign-in';
/** Pages on which nobody is asked who they are: the ways in, and the answers of learners who hold a link. */
const openPages = /^\/(?:sign-in|pulse\/)/;
/** Read by everybody, and by who is signed in with their own header. */
const publicPage = '/methods';

export const handle: Handle = async ({ event, resolve }) => {
  const { locals } = event;
  locals.cookiesFromApi = [];
  locals.theme = themeOf(event.cookies.get(themeCookie));
  locals.zone = zoneOf(event.cookies.get(zoneCookie));
  locals.me = null;
  const wished = event.request.headers.get('accept-language');
  locals.language = languageOf(null, wished); // an error on the way to knowing the reader has words, too
  if (!openPages.test(event.route.id ?? '')) locals.me = await whoIs(event);
  locals.language = languageOf(locals.me?.language ?? null, wished);
  locals.locale = localeOf(locals.language, wished);

  const response = await resolve(event, {
    transformPageChunk: ({ html }) => html.replace('%kith.lang%', locals.locale).replace('%kith.theme%', locals.theme),
  });
  for (const cookie of locals.cookiesFromApi) response.headers.append('set-cookie', cookie);
  response.headers.set('cache-control', 'no-store'); // pages name people
  response.headers.set('referrer-policy', 'same-origin');
  return response;
};

/** Signed-out people are led to the sign-in page; an address that is no page at all says so to everyone. */
async function whoIs(event: RequestEvent) {
  const answer = await event.fetch(address('/me'));
  if (answer.ok) return (await answer.json()) as App.Locals['me'];
  if (answer.status === 401 && event.route.id !== null && event.route.id !== publicPage) redirect(303, signInPage);
  return null;
}

export const handleFetch: HandleFetch = ({ event, request, fetch }) =>
  new URL(request.url).pathname.startsWith('/api/') ? askApi(event, request) : fetch(request);

export const handleError: HandleServerError = async ({ kind, error, event }) => {
  if (kind !== 'unknown') return undefined;
  // The stack tells a developer where; the route, not the address, so that no person's id is in the log.
  // eslint-disable-next-line no-console -- SvelteKit has no logger of its own, and silence would hide the fault
  console.error(`page ${event.route.id ?? '?'} failed`, error);
  const { trouble } = (await catalogueIn(event.locals.language))(formatsFor(event.locals.language));
  return { message: trouble.broken, detail: trouble.brokenMore, next: trouble.brokenNext };
};
