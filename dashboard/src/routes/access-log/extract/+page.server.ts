import { extractAccessLog } from '@kith/api/contract/access-log.ts';
import { redirect } from '@sveltejs/kit';
import { call } from '#lib/api/call.server.ts';
import { accessLogPath } from '#lib/paths.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, url }) => {
  const learner = url.searchParams.get('learner') ?? '';
  if (learner === '') redirect(303, accessLogPath());
  return call(fetch, extractAccessLog, { query: { learner } });
};
