import { getProgramme } from '@kith/api/contract/programmes.ts';
import { call } from '#lib/api/call.server.ts';
import type { PageServerLoad } from './$types';

/** One part of the institution, its courses side by side. */
export const load: PageServerLoad = async ({ fetch, params, url }) => ({
  page: await call(fetch, getProgramme, { params }),
  byHealth: url.searchParams.get('order') === 'health',
});
