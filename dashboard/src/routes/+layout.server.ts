import type { LayoutServerLoad } from './$types';

/** Reads the address, so that every navigation brings a fresh "now" for "6 days ago". */
export const load: LayoutServerLoad = ({ locals, url }) => ({
  me: locals.me,
  locale: locals.locale,
  theme: locals.theme,
  zone: locals.zone,
  path: url.pathname,
  now: Date.now(),
});
