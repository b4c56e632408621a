import type { LayoutServerLoad } from './$types';

/** Reads the route, so that every other page brings a fresh "now" for "6 days ago"; a filter or a choice does not. */
export const load: LayoutServerLoad = ({ locals, route }) => ({
  me: locals.me,
  locale: locals.locale,
  theme: locals.theme,
  zone: locals.zone,
  route: route.id,
  now: Date.now(),
});
